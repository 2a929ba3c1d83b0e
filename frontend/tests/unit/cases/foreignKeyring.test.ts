// A keyring behind a stranger's link is read as carefully as the phone's own: nothing that stops or slows a document
// gets into the one in which it is read, however much there is, and the valid part of the keyring is read.
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { mergeInto } from "../../../src/cases/sharing/foreignKeyring";
import { newDocument } from "../../../src/domain/case/document";
import { enterPhone, keyringPhones } from "../../../src/domain/keyring/keyring";
import { crowds, deepAndOverwritten, deletions, heavy, waitingFor } from "../../hostile/attacks";
import { writerNamed } from "../domain/twoDocs";

const PHONE = "ab".repeat(16);
const atOneKey = (doc: Y.Doc) => void doc.getMap("phones").set("key", 1);
const attacks: [name: string, updates: () => Uint8Array[]][] = [
  ["maps nested 3,000 deep", () => deepAndOverwritten(3_000).slice(0, 2)],
  ["maps nested 6,000 deep", () => deepAndOverwritten(6_000).slice(0, 2)],
  ["400 changes that wait", () => waitingFor(400)],
  ["4,000 changes that wait", () => waitingFor(4_000)],
  ["100 times 500 deletions of what is not there", () => deletions(100)],
  ["1,000 times 500 deletions of what is not there", () => deletions(1_000)],
  ["10 times 500 sessions at one place", () => crowds(10, 500, atOneKey)],
  ["100 times 500 sessions at one place", () => crowds(100, 500, atOneKey)],
  ["20 changes as large as may be", () => heavy(20, 1_800)],
  ["100 changes as large as may be", () => heavy(100, 1_800)],
];

async function read(payloads: Uint8Array[]) {
  const doc = newDocument();
  const merged = await mergeInto(doc, payloads, async (payload) => ({ ok: true, payload }));
  return { doc, merged };
}

function keyring(): Uint8Array[] {
  const doc = newDocument();
  const rows: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => void rows.push(update));
  enterPhone(doc, writerNamed("mallory"), PHONE, "Your other phone");
  enterPhone(doc, writerNamed("mallory"), "cd".repeat(16), "The one before");
  return rows;
}

describe("a keyring that is read before it is kept", () => {
  it.each(attacks)("takes in nothing that stops a document: %s", async (_name, updates) => {
    const { doc } = await read([...updates(), ...keyring()]);
    expect(keyringPhones(doc).map(({ id }) => id)).toContain(PHONE);
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
    const structs = [...doc.store.clients.values()].reduce((sum, all) => sum + all.length, 0);
    expect(structs).toBeLessThan(80_000);
    expect(doc.store.clients.size).toBeLessThan(2_100);
    const deep = doc.getMap("notes").get("deep");
    expect(deep instanceof Y.Map ? [...deep.keys()] : []).toEqual([]);
  });

  it("is read whole, in whatever order its rows come", async () => {
    const rows = keyring();
    expect(rows).toHaveLength(2);
    const { doc, merged } = await read(rows.reverse());
    expect(merged).toBe(2);
    expect(keyringPhones(doc)).toHaveLength(2);
  });
});
