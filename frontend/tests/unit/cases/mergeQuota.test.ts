// Years of a companion's writing stay far below the quota. What counts is what a document holds, and each part of it
// once.
import { describe, expect, it } from "vitest";
import { createMergeQuota, type DeviceOwner } from "../../../src/cases/documents/mergeQuota";
import { newDocument } from "../../../src/domain/case/document";
import { decoded, mergeCost } from "../../../src/domain/changes/mergeCost";
import { applySigned, costsByDevice, forgetCosts, knowOurs } from "../../../src/domain/changes/signers";
import { addNote, editNote } from "../../../src/domain/journal/notes";
import { newRecord } from "../../../src/storage/logRecord";
import type { Row } from "../../../src/storage/schema";
import { heavy } from "../../hostile/attacks";
import { writerNamed } from "../domain/twoDocs";

const record = newRecord("a log");
const rowOf = (device: string, payload: Uint8Array): Row => ({
  log: "a log",
  n: 1,
  device,
  counter: 1,
  hash: "",
  previous: "",
  envelope: payload,
});

/** How many of the rows are merged. */
function within(standing: DeviceOwner, device: string, rows: Uint8Array[], doc = newDocument(), looks = 0): number {
  const quota = createMergeQuota(doc, () => standing);
  return rows.filter((payload) => {
    const isIn = quota.allows(rowOf(device, payload), payload, { ...record, quotaDoublings: looks });
    if (isIn) applySigned(doc, payload, null, device);
    return isIn;
  }).length;
}

/** The rows of a person who writes this many notes, and continues each of them four times. */
function rowsOfYears(count: number): Uint8Array[] {
  const [doc, by] = [newDocument(), writerNamed("ben")];
  const rows: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => void rows.push(update));
  for (let n = 0; n < count; n += 1) {
    let text = "She slept well, and took all of them at eight. ";
    const id = addNote(doc, by, text);
    for (let times = 0; times < 4; times += 1) {
      text += "In the evening the knee hurt again, on the stairs. ";
      editNote(doc, by, id, text);
    }
  }
  return rows;
}

describe("the ceiling for what others bring", () => {
  it("lets in 1,500 notes of one companion that each were gone on with four times", () => {
    const rows = rowsOfYears(1_500);
    expect(rows).toHaveLength(7_500);
    expect(within("guest", "ben", rows)).toBe(7_500);
  });

  it("ends what one device brings, and lets in more for each look; of the person's own it ends nothing", () => {
    const rows = heavy(50, 1_800);
    expect(within("guest", "mallory", rows)).toBe(10);
    expect(within("guest", "mallory", rows, newDocument(), 1)).toBe(20);
    expect(within("other", "ana", rows)).toBe(40);
    expect(within("own", "tablet", rows)).toBe(50);
  });

  it("ends what waits, and lets in others when some of it has come", () => {
    const quota = createMergeQuota(newDocument(), () => "guest");
    const row = rowOf("mallory", new Uint8Array(400));
    let waiting = 0;
    for (; waiting < 30_000 && quota.mayWait(row, record); waiting += 1) quota.addWaiting("mallory", 400);
    expect(waiting).toBeGreaterThan(10_000);
    expect(waiting).toBeLessThan(15_000);
    quota.addWaiting("mallory", -400);
    expect(quota.mayWait(row, record)).toBe(true);
  });

  it("counts nothing of this phone's own, and counts anew what is read anew", () => {
    const doc = newDocument();
    knowOurs(doc, "phone");
    const [row = new Uint8Array()] = heavy(1, 10);
    applySigned(doc, row, null, "phone");
    expect(costsByDevice(doc).size).toBe(0);
    applySigned(doc, row, null, "ben");
    const parts = decoded(row);
    expect(costsByDevice(doc).get("ben")).toBe(parts && mergeCost(row, parts));
    forgetCosts(doc);
    expect(costsByDevice(doc).size).toBe(0);
  });
});
