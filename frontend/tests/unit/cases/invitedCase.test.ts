// What an invitation to a case contains; nothing of another shape is accepted as one.
import { describe, expect, it } from "vitest";
import { invitationTo, invitedCaseIn } from "../../../src/cases/sharing/invitedCase";

const log = "ab".repeat(16);
const keys = [{ epoch: 1, key: "cd".repeat(32) }];
const entry = {
  id: log,
  ownerToken: "ef".repeat(32),
  keys,
  companion: null,
  title: { value: "  Knee ", others: [] },
  createdAt: "",
  archivedAt: null,
  formerly: null,
};
const content = invitationTo(entry, "Ana", "editor");

describe("an invitation to a case", () => {
  it("D3: holds the case's keys, names and role, and no owner token", () => {
    expect(content).toEqual({ v: 1, case: { log, keys, role: "editor", title: "Knee", owner: "Ana" } });
    expect(JSON.stringify(content)).not.toContain(entry.ownerToken);
    const companion = { owner: "Ana", role: "editor" };
    expect(invitedCaseIn(content)).toEqual({ id: log, ownerToken: null, keys, companion, title: "Knee" });
  });

  it("D3: cuts a long name by whole characters and says so", () => {
    const long = invitationTo(
      { ...entry, title: { value: "👩‍⚕️🦵🏽".repeat(300), others: [] } },
      "A".repeat(10_000),
      "reader",
    );
    expect([...long.case.title]).toHaveLength(200);
    expect(long.case.title).not.toMatch(/\p{Surrogate}/u);
    expect(long.case.title.endsWith("…")).toBe(true);
    expect(long.case.owner).toBe(`${"A".repeat(199)}…`);
  });

  it.each([
    ["another log", { log: "AB".repeat(16) }],
    ["a short log", { log: "ab" }],
    ["no keys", { keys: [] }],
    ["a key too short", { keys: [{ epoch: 1, key: "cd" }] }],
    ["an epoch of nothing", { keys: [{ epoch: 0, key: "cd".repeat(32) }] }],
    ["one key that is none", { keys: [...keys, { epoch: "2", key: "cd".repeat(32) }] }],
    ["the role of an owner", { role: "owner" }],
    ["no name", { owner: undefined }],
    ["a title that is no text", { title: 7 }],
  ])("D3: is not taken with %s", (_what, change) => {
    expect(invitedCaseIn({ v: 1, case: { ...content.case, ...change } })).toBeNull();
  });

  it("D3: is not taken from what is none", () => {
    for (const given of [{}, { case: null }, { case: "x" }, { keyring: content.case }])
      expect(invitedCaseIn(given)).toBeNull();
  });
});
