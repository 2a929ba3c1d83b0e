// A companion with a tampered app writes under Ana's name. Her phones never say that she wrote it, and still say so of
// what she did write: judged by the device that signed each row, at every start, on her other phones, after a server
// that lost all of it.
import { describe, expect, it } from "vitest";
import type { CaseDoc } from "../../src/domain/case/document";
import { tracesOf, tracesOfAnswer } from "../../src/domain/changes/traces";
import { addMedicine, medicineEntries, setMedicine } from "../../src/domain/health/medicines";
import { notes } from "../../src/domain/journal/notes";
import { questions } from "../../src/domain/questions/questionEntries";
import { addQuestion, editAnswer } from "../../src/domain/questions/questions";
import { authorIn, authorText } from "../../src/ui/entries/useAuthor";
import { dosedBy } from "../../src/ui/screens/health/medicineBy";
import { attacks, writeAs, writeIntoAnswers } from "../hostile/attacks";
import { HostileDevice } from "../hostile/device";
import { converge, type SimulatedPhone as Phone } from "./devices";
import { invitationFrom, stage, startAsCompanion, startJoined, unite, write } from "./stage";

const SOMEONE = "someone in this case";

async function anaAndMallory() {
  const { clock, relay, device } = stage();
  const ana = device("ana");
  const a = await ana.start();
  const id = await a.book.create("Knee");
  await write(a, id, "her own words");
  const { doc, writer, flush } = await a.book.open(id);
  addQuestion(doc, writer, "How long?");
  await flush();
  const mallory = await HostileDevice.inCase(relay, await invitationFrom(a, id));
  await converge([ana], clock);
  return { clock, relay, device, ana, a, id, mallory };
}

/** Each note, answer and medicine with its displayed author. */
async function whoWrote(phone: Phone, id: string): Promise<Record<string, string>> {
  const opened = await phone.book.open(id);
  const { doc } = opened;
  const by = (author: string, traces: (doc: CaseDoc) => ReturnType<typeof tracesOf>) =>
    plain(authorText(authorIn(phone.book, opened, author, traces)));
  const noted = notes(doc).map((one) => [one.text, by(one.author, (doc) => tracesOf(doc, "notes", one.id))]);
  const answered = questions(doc).flatMap((one) =>
    one.answerBy.map((author) => [one.answer, by(author, (doc) => tracesOfAnswer(doc, one, author))]),
  );
  const taken = medicineEntries
    .list(doc)
    .map((one) => [one.name.value, by(one.author, (doc) => tracesOf(doc, "medicines", one.id))]);
  return Object.fromEntries([...noted, ...answered, ...taken]);
}

async function whoDosed(phone: Phone, id: string): Promise<string[]> {
  const opened = await phone.book.open(id);
  const claimed = medicineEntries.list(opened.doc).flatMap(dosedBy);
  return claimed.map((claim) => plain(authorText(authorIn(phone.book, opened, ...claim))));
}

function plain(text: string): string {
  return text.replace(/[\u2068\u2069]/g, "");
}

const forged = {
  "Mallory wrote this note.": SOMEONE,
  "Mallory wrote this answer.": SOMEONE,
  "Mallory’s medicine": SOMEONE,
};

describe("an entry whose author is not its signer", () => {
  it("never says you: a note, an answer and a medicine, now, at the next start, and on a new phone", async () => {
    const { clock, device, ana, a, id, mallory } = await anaAndMallory();
    await attacks.asOwner(mallory);
    await converge([ana], clock);
    const told = { "her own words": "you", ...forged };
    expect(await whoWrote(a, id)).toEqual(told);
    ana.crash();
    const again = await ana.start();
    expect(await whoWrote(again, id)).toEqual(told);
    const tablet = device("tablet");
    const t = await startJoined(again, tablet);
    await converge([ana, tablet], clock);
    expect(await whoWrote(t, id)).toEqual(told);
  });

  it("never says you to a companion in whose name somebody else writes", async () => {
    const { clock, device, ana, a, id, mallory } = await anaAndMallory();
    const ben = device("ben");
    const b = await startAsCompanion(a, id, ben);
    const { writer } = await b.book.open(id);
    await write(b, id, "Ben's own");
    await converge([ana, ben], clock);
    await mallory.change((doc) => writeAs(doc, writer.author));
    await converge([ana, ben], clock);
    const told = { "her own words": "Ana", "Ben's own": "you", ...forged };
    expect(await whoWrote(b, id)).toEqual(told);
    // Invited again, his phone writes with another device; what it wrote before is still his.
    const guests = a.companions.guests(id).map((guest) => guest.device);
    await a.companions.close(id, guests);
    await converge([ana], clock);
    expect(await b.companions.enter(await invitationFrom(a, id), "Ben")).toEqual({ ok: true, id });
    await converge([ana, ben], clock);
    ben.crash();
    expect(await whoWrote(await ben.start(), id)).toEqual(told);
  });

  it("says you on every own phone for what another own phone wrote, also after the server lost all of it", async () => {
    const { clock, relay, device, ana, a, id } = await anaAndMallory();
    const tablet = device("tablet");
    const t = await startJoined(a, tablet);
    await converge([ana, tablet], clock);
    await write(t, id, "on the tablet");
    await converge([ana, tablet], clock);
    const told = { "her own words": "you", "on the tablet": "you" };
    expect(await whoWrote(a, id)).toEqual(told);
    expect(await whoWrote(t, id)).toEqual(told);
    relay.state = { logs: new Map(), invites: new Map(), slots: new Map() };
    await converge([ana, tablet], clock);
    ana.crash();
    expect(await whoWrote(await ana.start(), id)).toEqual(told);
  });

  it("says you in a case that was carried over from another phone's list, opened to others or not", async () => {
    const { clock, relay, device } = stage();
    const [ana, tablet] = [device("ana"), device("tablet")];
    const [a, t] = [await ana.start(), await tablet.start()];
    await a.book.create("Hip");
    const id = await t.book.create("Knee");
    await write(t, id, "on the tablet");
    await converge([tablet], clock);
    await HostileDevice.inCase(relay, await invitationFrom(t, id));
    await converge([ana, tablet], clock);
    expect(await unite(a, t)).toMatchObject({ ok: true });
    await converge([ana, tablet], clock);
    for (const phone of [a, t]) expect(await whoWrote(phone, id)).toEqual({ "on the tablet": "you" });
  });

  it("never says you where somebody writes in the session of her other phone, before that has sent what it wrote", async () => {
    const { clock, device, ana, a, id, mallory } = await anaAndMallory();
    const tablet = device("tablet");
    const t = await startJoined(a, tablet);
    await converge([ana, tablet], clock);
    await write(t, id, "first");
    await converge([ana, tablet], clock);
    tablet.online = false;
    await write(t, id, "second");
    const session = (await t.book.open(id)).doc.clientID;
    await mallory.catchUp();
    mallory.doc.clientID = session;
    await attacks.asOwner(mallory);
    await converge([ana], clock);
    const told = await whoWrote(a, id);
    expect(told).toMatchObject({ first: "you", ...forged });
  });

  it("never says you of a dose that somebody else wrote into her medicine, and names the companion who changed it in the app", async () => {
    const { clock, device, ana, a, id, mallory } = await anaAndMallory();
    const ben = device("ben");
    const b = await startAsCompanion(a, id, ben);
    const { doc, writer, flush } = await a.book.open(id);
    const medicine = addMedicine(doc, writer, { name: "Amlodipine", dose: "5 mg" });
    await flush();
    await converge([ana, ben], clock);
    expect(await whoDosed(a, id)).toEqual(["you"]);
    const bens = await b.book.open(id);
    setMedicine(bens.doc, bens.writer, medicine, { dose: "10 mg" });
    await converge([ana, ben], clock);
    expect([await whoDosed(a, id), await whoDosed(b, id)]).toEqual([[ben.name], ["you"]]);
    setMedicine(doc, writer, medicine, { dose: "5 mg" });
    await converge([ana, ben], clock);
    expect([await whoDosed(a, id), await whoDosed(b, id)]).toEqual([["you"], ["Ana"]]);
    await mallory.catchUp();
    await attacks.doses(mallory);
    await converge([ana, ben], clock);
    expect(medicineEntries.find(doc, medicine)?.dose).toEqual({ value: "500 mg", others: [] });
    expect(await whoDosed(a, id)).toEqual([SOMEONE]);
  });

  it("is told apart in an answer of hers whose words somebody else has changed", async () => {
    const { clock, ana, a, id, mallory } = await anaAndMallory();
    const { doc, writer, flush } = await a.book.open(id);
    editAnswer(doc, writer, questions(doc)[0]?.id ?? "", "Six weeks.");
    await flush();
    await converge([ana], clock);
    expect(await whoWrote(a, id)).toMatchObject({ "Six weeks.": "you" });
    await mallory.catchUp();
    await mallory.change(writeIntoAnswers);
    await converge([ana], clock);
    expect(await whoWrote(a, id)).toMatchObject({ "Not Six weeks.": SOMEONE });
  });
});
