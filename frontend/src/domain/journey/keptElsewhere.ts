// Which one reminder Today shows of what would bring the case back if this phone were gone: never more than one, none
// before there is something to lose, none on the day of a visit, and none for a while after "Not now". Pure.
import { dayAfter, daysApart } from "../days/days";
import type { Phone, RecoveryCodeState } from "../keyring/keyring";

/** Days are YYYY-MM-DD, "" for never. */
export type KeptElsewhere = {
  today: string;
  hasEntries: boolean;
  hasVisitToday: boolean;
  /** The first day on which a reminder may stand again. */
  quietUntil: string;
  /** A page in the browser of an iPhone, which may clear it; the person has not refused the home screen. */
  wantsHomeScreen: boolean;
  recoveryCode: RecoveryCodeState;
  /** This browser would put the question whether it keeps the case to the person, and was not asked yet. */
  wantsAnswer: boolean;
  /** The person's other phones that have the case. */
  otherPhones: Pick<Phone, "addedAt" | "seenOn">[];
  copiedOn: string;
  isWrittenSince: boolean;
};
/** `day`: of the last copy, or on which the other phone was last seen; "" for the others. */
export type Reminder = { what: keyof typeof DAYS_QUIET; day: string };

const DAYS_OF_COPY = 30;
const DAYS_OF_PHONE = 60;
// The home screen is offered once: after "Not now", the next day may have another reminder.
const DAYS_QUIET = {
  "home-screen": 1,
  "recovery-code": 7,
  keep: 30,
  copy: 30,
  "old-copy": 30,
  "other-phone": 30,
};

export function reminderOf(kept: KeptElsewhere): Reminder | null {
  const { today, copiedOn } = kept;
  if (!kept.hasEntries || kept.hasVisitToday || today < kept.quietUntil) return null;
  if (kept.wantsHomeScreen) return { what: "home-screen", day: "" };
  if (kept.recoveryCode !== "verified") return { what: "recovery-code", day: "" };
  if (kept.wantsAnswer) return { what: "keep", day: "" };
  const seen = kept.otherPhones.map(({ seenOn, addedAt }) => seenOn || addedAt.slice(0, 10)).sort();
  const lastSeen = seen.at(-1) ?? "";
  const isCopied = copiedOn !== "" && (!kept.isWrittenSince || isWithin(DAYS_OF_COPY, copiedOn, today));
  if (isCopied || isWithin(DAYS_OF_PHONE, lastSeen, today)) return null;
  if (copiedOn !== "") return { what: "old-copy", day: copiedOn };
  return lastSeen === "" ? { what: "copy", day: "" } : { what: "other-phone", day: lastSeen };
}

/** Until when none stands after the person said "Not now" to this one. */
export function quietAfter({ what }: Reminder, today: string): string {
  return dayAfter(today, DAYS_QUIET[what]);
}

function isWithin(days: number, day: string, today: string): boolean {
  const apart = daysApart(day, today);
  return apart !== null && apart <= days;
}
