// The starting point of the stories in which the server lies: ana's phone with a case, her tablet, and a server that
// can be made to lie.
import { converge, SimulatedClock, SimulatedDevice, type SimulatedPhone } from "./devices";
import { LyingServer } from "./lyingServer";
import { startJoined, write } from "./stage";

export type LyingServerStage = ReturnType<typeof lyingServerStage>;
export type TwoPhones = LyingServerStage & { a: SimulatedPhone; b: SimulatedPhone; id: string };

/** Nothing is switched on yet, and the server is honest until a story changes it. */
export function lyingServerStage() {
  const name = crypto.randomUUID();
  const clock = new SimulatedClock();
  const relay = new LyingServer(() => crypto.randomUUID().replaceAll("-", ""), clock.millis);
  const device = (which: string) => new SimulatedDevice(`${which}-${name}`, relay, clock, Math.random);
  return { clock, relay, ana: device("ana"), tablet: device("tablet") };
}

/** Both hold the case `id` with the note "one"; the server will lie about its log. */
export async function twoPhonesAndLyingServer(): Promise<TwoPhones> {
  const world = lyingServerStage();
  const a = await world.ana.start();
  const id = await a.book.create("Knee");
  const b = await startJoined(a, world.tablet);
  await write(a, id, "one");
  await converge([world.ana, world.tablet], world.clock);
  world.relay.bentLog = id;
  return { ...world, a, b, id };
}
