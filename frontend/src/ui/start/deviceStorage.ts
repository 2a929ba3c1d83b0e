// Whether the browser promises to keep what the app stores, when it was last asked, and how much space there is. Browsers
// may refuse or never answer: every answer can be "unknown", and a call that hangs is given up.
import { localDay } from "../../i18n/dates";
import type { Settings } from "./settings";

export type Promised = "kept" | "not-kept" | "unknown";
export type StorageSpace = { used: number; quota: number };

const SECONDS_TO_ANSWER = 5;
const ASKED = "asked";

export async function promised(): Promise<Promised> {
  return worded(navigator.storage?.persisted?.());
}

/** Asks the browser to keep the app's storage, and remembers the day and the answer. Some browsers ask the person. */
export async function askAndRemember({ keep }: Pick<Settings, "keep">): Promise<Promised> {
  const answer = await worded(navigator.storage?.persist?.());
  keep(ASKED, `${localDay(new Date())} ${answer}`);
  return answer;
}

/** The day of the last question, "" for none, and its answer. */
export function lastAskedOf({ recall }: Pick<Settings, "recall">): { day: string; answer: string } {
  const [day = "", answer = ""] = recall(ASKED).split(" ");
  return { day, answer };
}

/** Firefox puts the question to the person; the others decide by how much the app is used. */
export function asksThePerson(agent: string): boolean {
  return agent.includes("Firefox/");
}

export async function storageSpace(): Promise<StorageSpace | null> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined ? null : { used: usage, quota };
  } catch {
    return null;
  }
}

async function worded(answer: Promise<boolean> | undefined): Promise<Promised> {
  if (!answer) return "unknown";
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), SECONDS_TO_ANSWER * 1000));
  const said = await Promise.race([answer, late]).catch(() => null);
  if (said === null) return "unknown";
  return said ? "kept" : "not-kept";
}
