// A stranger with a phone and a case of her own, who wants another person's.
import { converge } from "./devices";
import { stage, write } from "./stage";

/** Ana has a case with a note, mallory has one as bait; neither knows of the other. */
export async function anaAndMallory() {
  const { clock, relay, device } = stage();
  const [ana, mallory] = [device("ana"), device("mallory")];
  const a = await ana.start();
  const id = await a.book.create("Mine");
  await write(a, id, "written before");
  const m = await mallory.start();
  const bait = await m.book.create("Bait");
  await write(m, bait, "read me");
  await converge([ana, mallory], clock);
  return { clock, relay, device, ana, a, id, mallory, m, bait };
}
