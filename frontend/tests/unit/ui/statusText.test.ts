import { describe, expect, it } from "vitest";
import type { SyncStatus } from "../../../src/sync/status";
import { noticeText } from "../../../src/ui/components/notices";
import { longestStatus, statusParts, troubleText } from "../../../src/ui/start/statusText";

const quiet: SyncStatus = {
  phase: "idle",
  waiting: 0,
  syncedAt: null,
  isStuck: false,
  problem: null,
  notices: [],
  progress: [],
  shutOut: [],
  fetched: [],
};

describe("the status line", () => {
  it("says nothing before the first case", () => {
    expect(statusParts(null, quiet)).toEqual([]);
    expect(statusParts(null, null)).toEqual([]);
  });

  it("says that words are saved only when they are", () => {
    expect(statusParts({ state: "saving" }, quiet)).toEqual(["Saving…"]);
    expect(statusParts({ state: "saved" }, quiet)).toEqual(["Saved"]);
  });

  it("says when the last change was sent, as a time of this phone", () => {
    const sent = statusParts({ state: "saved" }, { ...quiet, syncedAt: "2026-11-22T10:42:00.000Z" });
    expect(sent[1]).toMatch(/^Synced \d\d:\d\d$/);
  });

  it("says since when there was no full round, once a minute has gone by, and not without a network", () => {
    const stuck = { ...quiet, phase: "backing-off", isStuck: true, syncedAt: "2026-11-22T10:42:00.000Z" } as const;
    expect(statusParts(null, stuck)[0]).toMatch(/^Not synced since \d\d:\d\d$/);
    expect(statusParts(null, { ...stuck, syncedAt: null })).toEqual(["Not synced yet"]);
    expect(statusParts(null, { ...stuck, phase: "offline" })[0]).toMatch(/^Synced/);
    expect(statusParts(null, { ...stuck, waiting: 1 })).toEqual(["1 waiting"]);
    const said = statusParts({ state: "saved" }, stuck).join(" · ");
    expect(longestStatus().length).toBeGreaterThanOrEqual(said.length);
  });

  it("has a sentence for a server that does not show what it took, after a minute", () => {
    const kept = { ...quiet, waiting: 1, problem: "not_given_back" } as const;
    expect(troubleText(null, kept)).toBeNull();
    expect(troubleText(null, { ...kept, isStuck: true })).toContain("Everything is safe on this phone");
  });

  it("has a sentence with a next step for a server that refuses the owner of a case", () => {
    const said = troubleText(null, { ...quiet, waiting: 1, problem: "not_ours" });
    expect(said).toContain("not yours");
    expect(said).toContain("Everything is safe on this phone. Please ask");
  });

  it("counts what waits for a signal, in the singular and the plural", () => {
    const waiting = (count: number) =>
      statusParts({ state: "saved" }, { ...quiet, phase: "offline", waiting: count })[1];
    expect(waiting(1)).toBe("1 waiting for signal");
    expect(waiting(3)).toBe("3 waiting for signal");
  });

  it("tells waiting for a signal from waiting to try again and from a full server", () => {
    const said = (change: Partial<SyncStatus>) => {
      const status = { ...quiet, waiting: 2, ...change };
      return troubleText(null, status) ?? statusParts(null, status)[0];
    };
    const sentences = [
      said({ phase: "offline" }),
      said({ phase: "sending" }),
      said({ phase: "backing-off", problem: "server_error" }),
      said({ phase: "backing-off", problem: "log_full" }),
    ];
    expect(new Set(sentences).size).toBe(4);
  });

  it("does not call a change sent while it waits", () => {
    const parts = statusParts({ state: "saved" }, { ...quiet, waiting: 1, syncedAt: "2026-11-22T10:42:00.000Z" });
    expect(parts.join(" ")).not.toContain("Synced 1");
  });

  it("says how far a pull has come", () => {
    const parts = statusParts(null, { ...quiet, phase: "sending", progress: [{ log: "a", have: 3, total: 9 }] });
    expect(parts[0]).toContain("3 of 9");
  });

  it("says what to do when the phone refuses to store", () => {
    const full = { state: "failed", reason: "full" } as const;
    const other = { state: "failed", reason: "storage" } as const;
    expect(troubleText(full, null)).toContain("full");
    expect(troubleText(other, null)).not.toBe(troubleText(full, null));
    for (const saving of [full, other]) expect(statusParts(saving, null)).toEqual(["Not saved"]);
    expect(troubleText({ state: "saved" }, quiet)).toBeNull();
  });

  it("keeps room for the longest of what it usually says", () => {
    const usual = (["offline", "sending", "backing-off", "idle"] as const).map((phase) =>
      statusParts({ state: "saved" }, { ...quiet, phase, waiting: 88, syncedAt: "2026-11-22T10:42:00.000Z" }),
    );
    for (const parts of usual) expect(longestStatus().length).toBeGreaterThanOrEqual(parts.join(" · ").length);
  });
});

describe("a notice about the server", () => {
  const codes = [
    "phone_lost_entries",
    "server_lost_entries",
    "server_rolled_back",
    "broken_chain",
    "unknown_key",
    "counter_gap",
    "passed_over",
    "no_space_for_others",
    "too_many_devices",
    "rotten",
    "server_damaged",
    "server_still_damaged",
  ] as const;

  it("has a sentence of its own for each thing that can happen", () => {
    const sentences = [...codes, "bad_seal" as const].map((code) => noticeText({ code, count: 2 }));
    expect(new Set(sentences).size).toBe(codes.length + 1);
  });

  it("says of a loss that nothing is lost, and no number that the phone does not know", () => {
    for (const count of [1, 12]) {
      const text = noticeText({ code: "server_lost_entries", count });
      expect(text).toContain("Nothing of yours is lost.");
      expect(text).not.toMatch(/\d/);
    }
  });

  it("says of every tampered entry that nothing of it was used", () => {
    for (const code of ["malformed", "bad_signature", "bad_seal", "bad_padding", "replay", "fork"] as const) {
      expect(noticeText({ code, count: 3 })).toContain("Nothing of them was used");
    }
  });
});
