// The world of a story: a clock, a server, phones of one person, and the words that are written and read on them.
import type { BringResult, Offer, PairingResult } from "../../src/cases/sharing/pairing";
import { setOwnerName } from "../../src/domain/case/people";
import { addNote, notes } from "../../src/domain/journal/notes";
import { type SimulatedPhone as Phone, SimulatedClock, SimulatedDevice } from "./devices";
import { Relay } from "./relay";

/** A separate world; no other one sees its phones or its server. */
export function stage() {
  const name = crypto.randomUUID();
  const clock = new SimulatedClock();
  const relay = new Relay(() => crypto.randomUUID().replaceAll("-", ""), clock.millis);
  const device = (which: string) => new SimulatedDevice(`${which}-${name}`, relay, clock, Math.random);
  return { clock, relay, device };
}

/** Starts `device`, which is empty, and lets it join the phone `known`. */
export async function startJoined(known: Phone, device: SimulatedDevice): Promise<Phone> {
  const phone = await device.start();
  const brought = await bring(known, phone);
  if (!brought.ok || brought.state !== "joined") throw new Error(JSON.stringify(brought));
  return phone;
}

/** `asker` enters the code of `giver`, whose person confirms that the numbers are the same. */
export async function bring(giver: Phone, asker: Phone, offer?: Offer): Promise<BringResult> {
  const shown = offer ?? (await offerFrom(giver));
  const met = await asker.pairing.meet(shown.code);
  if (!met.ok) return met;
  await giveTo(giver, shown, met.number);
  return asker.pairing.bring(shown.code);
}

/** The person confirms that the numbers are the same, which they are unless `number` is different. */
export async function giveTo(giver: Phone, offer: Offer, number?: string): Promise<void> {
  const caller = await giver.pairing.caller(offer);
  if (!caller) throw new Error("nobody asks");
  if (caller.number !== (number ?? caller.number)) throw new Error("the numbers differ");
  const given = await giver.pairing.give(offer, caller);
  if (!given.ok) throw new Error(given.problem);
}

/** After that, the person confirms on `asker`, too, that its cases are to become the giver's as well. */
export async function unite(giver: Phone, asker: Phone, offer?: Offer): Promise<PairingResult | BringResult> {
  const brought = await bring(giver, asker, offer);
  return brought.ok && brought.state === "beside" ? asker.pairing.unite(brought.log) : brought;
}

/** Starts `device` and lets it into one case of the phone `known`. */
export async function startAsCompanion(known: Phone, id: string, device: SimulatedDevice): Promise<Phone> {
  const phone = await device.start();
  const entered = await phone.companions.enter(await invitationFrom(known, id), device.name);
  if (!entered.ok) throw new Error(entered.problem);
  return phone;
}

export async function invitationFrom(phone: Phone, id: string, owner = "Ana"): Promise<string> {
  const opened = await phone.book.open(id);
  setOwnerName(opened.doc, opened.writer, owner);
  const offered = await phone.companions.inviting(opened).offer();
  if (!offered.ok) throw new Error(offered.problem);
  return offered.offer.code;
}

export async function offerFrom(phone: Phone): Promise<Offer> {
  const offered = await phone.pairing.offer();
  if (!offered.ok) throw new Error(offered.problem);
  return offered.offer;
}

/** Writes notes into a case, each stored by itself. */
export async function write(phone: Phone, id: string, ...written: string[]): Promise<void> {
  const open = await phone.book.open(id);
  for (const text of written) {
    addNote(open.doc, open.writer, text);
    await open.flush();
  }
}

export async function texts(phone: Phone, id: string): Promise<string[]> {
  const all = notes((await phone.book.open(id)).doc).map((note) => note.text);
  return all.sort();
}

/** The names of the cases that are not archived. */
export function titles(phone: Phone): string[] {
  const shown = phone.book.cases().filter((entry) => entry.archivedAt === null);
  return shown.map((entry) => entry.title.value).sort();
}

export function noticesOf(phone: Phone): string[] {
  return phone.engine.status.current().notices.map((notice) => notice.code);
}

export async function deviceOf(phone: Phone, log: string): Promise<string | null | undefined> {
  return (await phone.log.record(log))?.device;
}
