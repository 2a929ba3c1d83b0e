// A phone without a screen: the app's real modules on a storage in memory. It writes a story into cases, one sealed
// envelope for each event or for a few, sends them to a running server, and offers its keyring to another phone, to which it gives
// everything unasked. Seed, pictures and bench are filled through it. Its clock shows the story's time, so that entries
// carry the story's times.
import "fake-indexeddb/auto";
import { createInterface } from "node:readline";
import type { Offer, Pairing } from "../../src/cases/sharing/pairing";
import { buildPhone, type Phone } from "../../src/phone";
import { createDatabase } from "../../src/storage/database";
import { createClient } from "../../src/sync/client";
import type { Ids } from "./fields";
import { type Story, type StoryCase, storyIn } from "./story";
import { tell } from "./tell";

type Clock = { now: string };

const MOST_TRIES = 40;
const MS_BETWEEN_TRIES = 500;
const MS_BETWEEN_LOOKS = 500;
// A storage in memory counts what is unsent in a time that grows with its square.
const MOST_UNSENT = 500;

/**
 * Reads the story as a line of JSON and answers with one: the offer, and for each case the entries' ids by their keys.
 * Then it gives the cases to the first phone that uses the offer. It ends after that, or when the input ends.
 */
export async function main(server: string, input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<void> {
  const lines = createInterface({ input })[Symbol.asyncIterator]();
  const { value } = await lines.next();
  const { pairing, offer, ids } = await write(storyIn(JSON.parse(value)), server);
  const { code, link } = offer;
  output.write(`${JSON.stringify({ code, link, ids })}\n`);
  await Promise.race([give(pairing, offer), lines.next()]);
}

async function give(pairing: Pairing, offer: Offer): Promise<void> {
  for (;;) {
    const caller = await pairing.caller(offer);
    if (caller && (await pairing.give(offer, caller)).ok) return;
    await new Promise((resolve) => setTimeout(resolve, MS_BETWEEN_LOOKS));
  }
}

async function write(story: Story, server: string) {
  const clock: Clock = { now: story.cases[0]?.at ?? new Date().toISOString() };
  const phone = await screenlessPhone(story.phone, server, clock);
  const ids: Record<string, string>[] = [];
  for (const one of story.cases) ids.push(Object.fromEntries(await writeCase(phone, one, clock)));
  clock.now = new Date().toISOString();
  await sendAll(phone);
  const { pairing } = await phone.sharing();
  const answer = await pairing.offer();
  if (!answer.ok) throw new Error(`no offer: ${answer.problem}`);
  return { pairing, offer: answer.offer, ids };
}

function screenlessPhone(phoneName: string, server: string, clock: Clock): Promise<Phone> {
  return buildPhone({
    withDatabase: createDatabase(),
    api: async () => createClient(fetch, server),
    channel: null,
    now: () => clock.now,
    minutesEast: (instant) => -new Date(instant).getTimezoneOffset(),
    after: (ms, wake) => {
      const timer = setTimeout(wake, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    exclusively: async (work) => {
      await work();
      return true;
    },
    isOnline: () => true,
    hasSpaceForOthers: async () => true,
    origin: server,
    phoneName,
    rowsBeforeState: 50,
    onError: (error) => {
      throw error;
    },
  });
}

async function writeCase(phone: Phone, { title, at, together, events }: StoryCase, clock: Clock): Promise<Ids> {
  clock.now = at;
  const opened = await phone.book.open(await phone.book.create(title));
  const ids: Ids = new Map();
  for (const [place, event] of events.entries()) {
    clock.now = event.at;
    tell(opened, event, ids);
    if ((place + 1) % together === 0) await opened.flush();
    if ((place + 1) % MOST_UNSENT === 0) await sendAll(phone);
  }
  await opened.flush();
  return ids;
}

// A call may fail, as on any phone; the engine would try again by itself, but too late for whoever waits here.
async function sendAll({ engine, log }: Phone): Promise<void> {
  engine.start();
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    await engine.settled();
    if ((await log.unsent()) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, MS_BETWEEN_TRIES));
    engine.wake();
  }
  const { phase, problem } = engine.status.current();
  throw new Error(`${await log.unsent()} entries could not be sent: ${problem ?? phase}`);
}
