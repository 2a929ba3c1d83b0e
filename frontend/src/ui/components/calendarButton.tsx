// "Add to my calendar": hands a visit or the decide-by date to the phone's own calendar, as a file. Works without a signal.
// It says what leaves the app: a calendar is kept by others. Nothing at all while there is no day to add.
import "../../i18n/words/calendar";
import { CalendarPlus } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Consultation } from "../../domain/consultations";
import { type CalendarEntry, calendarFile } from "../../exchange/calendar";
import { t } from "../../i18n";
import { visitName } from "../entryNames";
import { Button } from "./button";

const MILLISECONDS_TO_FETCH = 60_000;

export function VisitCalendarButton({ visit }: { visit: Consultation }) {
  const entry: CalendarEntry = {
    uid: `visit-${visit.id}@second-look`,
    when: visit.when.value,
    title: t("calendar.visit", { who: visitName(visit) }),
    place: visit.where.value.trim(),
  };
  return <CalendarButton entry={entry} name={t("calendar.file")} hint={t("calendar.what")} />;
}

/** `caseId` keeps the dates of two cases apart. */
export function DateCalendarButton({ date, caseId }: { date: string; caseId: string }) {
  const entry: CalendarEntry = { uid: `decide-by-${caseId}@second-look`, when: date, title: t("calendar.decide") };
  return <CalendarButton entry={entry} name={t("calendar.fileDate")} hint={t("calendar.whatDate")} />;
}

function CalendarButton({ entry, name, hint }: { entry: CalendarEntry; name: string; hint: string }) {
  const [isDone, setDone] = useState(false);
  const file = calendarFile(entry, new Date().toISOString());
  if (file === null) return null;
  const add = () => {
    handOver(file, name);
    setDone(true);
  };
  return (
    <div class="stack">
      <Button look="quiet" icon={CalendarPlus} onClick={add}>
        {t("calendar.add")}
      </Button>
      <p class="quiet" role="status">
        {isDone ? t("calendar.done") : hint}
      </p>
    </div>
  );
}

function handOver(file: string, name: string): void {
  const address = URL.createObjectURL(new Blob([file], { type: "text/calendar;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Some phones read the file only after they have asked where to put it.
  setTimeout(() => URL.revokeObjectURL(address), MILLISECONDS_TO_FETCH);
}
