// An attacker who had a code of Ana's writes into her keyring or her case what this app never writes. Her phone, and
// one that she adds afterwards, keep working.
import { describe, expect, it } from "vitest";
import { fill, places, shapes } from "../hostile/attacks";
import { HostileDevice } from "../hostile/device";
import { converge } from "./devices";
import { giveTo, invitationFrom, offerFrom, stage, startJoined, texts, titles, write } from "./stage";

async function anaWithCase() {
  const { clock, relay, device } = stage();
  const ana = device("ana");
  const a = await ana.start();
  const id = await a.book.create("Knee");
  await write(a, id, "her own words");
  await converge([ana], clock);
  return { clock, relay, device, ana, a, id };
}

/** Ten times as many names in each list, with all shapes, one after the other. */
async function fillTenTimes(mallory: HostileDevice, roots: string[]): Promise<void> {
  for (let n = 0; n < 10; n += 1) {
    const names = places.map((place) => (n === 0 ? place : place + n));
    for (const [, make] of shapes) await mallory.change((doc) => fill(doc, roots, names, make));
  }
}

type Stage = Awaited<ReturnType<typeof anaWithCase>>;

async function malloryInKeyring({ relay, a }: Stage): Promise<HostileDevice> {
  const offer = await offerFrom(a);
  return HostileDevice.inKeyring(relay, offer.code, () => giveTo(a, offer));
}

/** Another case is started, the phone starts again, and a new phone has both. */
async function goesOn({ clock, device, ana, a, id }: Stage) {
  const later = await a.book.create("Hip");
  await write(a, later, "a new case");
  await converge([ana], clock);
  ana.crash();
  const again = await ana.start();
  expect(titles(again)).toEqual(["Hip", "Knee"]);
  expect(await texts(again, id)).toEqual(["her own words"]);
  const tablet = device("tablet");
  const t = await startJoined(again, tablet);
  await converge([ana, tablet], clock);
  expect(titles(t)).toEqual(["Hip", "Knee"]);
  return { again, tablet, t, later };
}

describe("what no app writes, ten times over", () => {
  it("in the keyring stops no phone of the person's", async () => {
    const stage = await anaWithCase();
    const mallory = await malloryInKeyring(stage);
    await fillTenTimes(mallory, ["cases", "casesOfOthers", "phones", "guests"]);
    const { t, later } = await goesOn(stage);
    expect(await texts(t, later)).toEqual(["a new case"]);
  });

  it("in a case takes no word of the others", async () => {
    const { clock, relay, ana, a, id } = await anaWithCase();
    const mallory = await HostileDevice.inCase(relay, await invitationFrom(a, id));
    await fillTenTimes(mallory, ["notes", "questions", "opinions", "people", "case", "seen"]);
    await converge([ana], clock);
    await write(a, id, "more");
    ana.crash();
    const again = await ana.start();
    expect((await texts(again, id)).filter((text) => text !== "")).toEqual(["her own words", "more"]);
  });
});

describe("what no app writes", () => {
  it.each(shapes)("in the keyring (%s) stops no phone of the person's", async (_name, make) => {
    const stage = await anaWithCase();
    const { clock, ana, id } = stage;
    const mallory = await malloryInKeyring(stage);
    expect(mallory.doc.getMap("cases").has(id)).toBe(true);
    await mallory.change((doc) => fill(doc, ["cases", "casesOfOthers", "phones", "guests"], places, make));
    const { again, tablet, t } = await goesOn(stage);
    await t.book.rename(id, "Left knee");
    await converge([ana, tablet], clock);
    expect(titles(again)).toEqual(["Hip", "Left knee"]);
  });

  it.each(shapes)("in a case (%s) takes no word of the others", async (_name, make) => {
    const { clock, relay, ana, a, id } = await anaWithCase();
    const mallory = await HostileDevice.inCase(relay, await invitationFrom(a, id));
    expect(mallory.doc.getMap("notes").size).toBe(1);
    const roots = ["notes", "questions", "opinions", "people", "case", "seen"];
    await mallory.change((doc) => fill(doc, roots, [...places, "decideByDate#1", "ownerName#1"], make));
    await converge([ana], clock);
    await write(a, id, "more");
    ana.crash();
    const again = await ana.start();
    expect((await texts(again, id)).filter((text) => text !== "")).toEqual(["her own words", "more"]);
    expect(await texts(again, await again.book.create("Hip"))).toEqual([]);
  });
});
