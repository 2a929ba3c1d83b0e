// What the screens say about companions: who is in, and whose case it is.
import { describe, expect, it } from "vitest";
import type { Person } from "../../../src/domain/case/people";
import type { Guest } from "../../../src/domain/keyring/guests";
import { joinProblemText } from "../../../src/ui/screens/companion/join";
import { whoIsIn } from "../../../src/ui/screens/companion/whoIsIn";
import { isFinal } from "../../../src/ui/screens/pair/problemText";
import { whoseText } from "../../../src/ui/start/statusText";

const guest = (device: string, change: Partial<Guest> = {}): Guest => {
  return { device, role: "editor", tokenHash: "", closedAt: null, isShut: false, ...change };
};
const person = (name: string, devices: string[], leftAt: string | null = null): Person => {
  return {
    id: name,
    name: { value: name, others: [] },
    joinedAt: "2026-11-22T09:00:00Z",
    devices,
    leftAt,
    closedAt: null,
  };
};
const closed = { closedAt: "2026-11-23T09:00:00Z" };

describe("who is in a case", () => {
  it.each([
    ["in", [guest("1")], null],
    ["arriving", [], null],
    ["left", [guest("1")], "2026-11-22T10:00:00Z"],
    ["closing", [guest("1", closed)], null],
    ["closed", [guest("1", { ...closed, isShut: true })], null],
    ["in", [guest("1", { ...closed, isShut: true }), guest("2")], null],
    ["closing", [guest("1", { ...closed, isShut: true }), guest("2", closed)], null],
  ] as const)("D3: stands as %s", (state, guests, leftAt) => {
    const [who] = whoIsIn([person("Ben", ["1", "2"], leftAt)], guests);
    expect(who).toMatchObject({ name: "Ben", state });
    expect(who?.open).toEqual(guests.filter(({ closedAt }) => closedAt === null).map(({ device }) => device));
  });

  it("D3: shows a device that came in without a name, so that it can be closed too", () => {
    const all = whoIsIn([person("Ben", ["1"])], [guest("1"), guest("2")]);
    expect(all.map(({ name, open }) => [name, open])).toEqual([
      ["Ben", ["1"]],
      ["", ["2"]],
    ]);
  });
});

describe("the quiet line in somebody else's case", () => {
  const ana = { owner: "Ana", role: "editor" } as const;
  it("D3: says whose it is, and what a reader can do", () => {
    expect(whoseText(ana, undefined)).toContain("Ana\u2069’s case · you are their companion");
    expect(whoseText({ ...ana, role: "reader" }, undefined)).toContain("nothing you write is sent");
  });

  it("D3: says that nothing new can be seen and whom to ask, or that this phone was never let in", () => {
    expect(whoseText(ana, { log: "", wasIn: true })).toMatch(/can no longer see new entries.*Ask .*Ana/);
    expect(whoseText(ana, { log: "", wasIn: false })).toContain("has not been let into");
  });
});

describe("what can go wrong on joining", () => {
  it("D3: has a sentence for each, and asks for a new invitation only when another try is of no use", () => {
    for (const problem of ["invite_used", "invite_expired", "not_found", "damaged_invite"] as const) {
      expect(joinProblemText(problem)).toContain("Ask for a new one");
      expect(isFinal(problem)).toBe(true);
    }
    for (const problem of ["no_network", "timed_out", "not_stored", "too_many"] as const) {
      expect(joinProblemText(problem)).not.toMatch(/^(join|pair)\./);
      expect(isFinal(problem)).toBe(false);
    }
    expect(joinProblemText("own_case")).not.toBe(joinProblemText("phone_invite"));
  });
});
