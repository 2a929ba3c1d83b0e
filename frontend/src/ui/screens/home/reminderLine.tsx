// Finds out whether Today has a reminder of what would bring the case back. Only then is the line itself loaded.
import { useEffect, useState } from "preact/hooks";
import type { CaseBook, OpenCase } from "../../../cases/documents/book";
import { hasEntries } from "../../../domain/case/entries";
import { revision } from "../../../domain/changes/updates";
import { type Reminder, reminderOf } from "../../../domain/journey/keptElsewhere";
import { asksThePerson, lastAskedOf } from "../../start/deviceStorage";
import { isFromHomeScreen, NO_HOME_SCREEN, needsIphoneHint } from "../../start/install";
import { lastCopyOf } from "../../start/lastCopy";
import { useServices } from "../../start/services";
import type { Settings } from "../../start/settings";
import { useBook } from "../../start/useBook";

type Props = { opened: OpenCase; today: string; hasVisitToday: boolean };

export function ReminderLine({ opened, today, hasVisitToday }: Props) {
  const book = useBook();
  const { settings } = useServices();
  if (book === null) return null;
  const quietUntil = settings.quietUntil.value;
  const reminder = reminderOf({ today, hasVisitToday, quietUntil, ...keptOf(book, opened, settings) });
  return reminder && <Line reminder={reminder} today={today} />;
}

function Line(given: { reminder: Reminder; today: string }) {
  const [loaded, setLoaded] = useState<typeof import("../copy/reminder") | null>(null);
  useEffect(() => {
    import("../copy/reminder").then(setLoaded, () => {});
  }, []);
  return loaded && <loaded.ReminderOf {...given} />;
}

function keptOf(book: CaseBook, { id, doc }: OpenCase, settings: Settings) {
  const copied = lastCopyOf(settings, id);
  return {
    hasEntries: hasEntries(doc),
    wantsHomeScreen:
      needsIphoneHint(navigator.userAgent, isFromHomeScreen(), navigator.maxTouchPoints) &&
      settings.recall(NO_HOME_SCREEN) === "",
    recoveryCode: book.recoveryCodeState(),
    wantsAnswer: asksThePerson(navigator.userAgent) && lastAskedOf(settings).day === "",
    otherPhones: book.phones().filter((phone) => phone.outAt === null && phone.id !== book.thisPhone()),
    copiedOn: copied.day,
    isWrittenSince: revision(doc) > copied.revision,
  };
}
