// "Add to my calendar": passes a visit or the decide-by date to the phone's calendar as a file. Works without a signal.
// It says what leaves the app, because calendars are kept by other companies. Renders nothing while there is no day to
// add.

import { CalendarPlus } from "lucide-preact";
import { useState } from "preact/hooks";
import { revision } from "../../domain/changes/updates";
import type { Visit } from "../../domain/visits/visits";
import { type CalendarEntry, calendarFile } from "../../formats/calendar";
import { messagesFrom } from "../../i18n";
import calendarWords from "../../i18n/en/calendar.json";
import { visitName } from "../entries/entryNames";
import { Button } from "../start/components/button";
import { useOpened } from "../start/useCase";

const t = messagesFrom(calendarWords);

const MILLISECONDS_TO_FETCH = 60_000;

export function VisitCalendarButton({ visit }: { visit: Visit }) {
  const hint = visit.when.value.includes("T") ? `${t("calendar.what")} ${t("calendar.hour")}` : t("calendar.what");
  const entry = {
    uid: `visit-${visit.id}@second-look`,
    when: visit.when.value,
    title: t("calendar.visit", { who: visitName(visit) }),
    place: visit.where.value.trim(),
  };
  return <CalendarButton entry={entry} name={t("calendar.file")} hint={hint} />;
}

export function DateCalendarButton({ date }: { date: string }) {
  const opened = useOpened();
  // The id of the case keeps the dates of two cases apart.
  const entry = { uid: `decide-by-${opened.id}@second-look`, when: date, title: t("calendar.decide") };
  return <CalendarButton entry={entry} name={t("calendar.fileDate")} hint={t("calendar.whatDate")} />;
}

type ButtonProps = { entry: Omit<CalendarEntry, "revision">; name: string; hint: string };

function CalendarButton({ entry, name, hint }: ButtonProps) {
  const opened = useOpened();
  const [isDone, setDone] = useState(false);
  const fileNow = () => calendarFile({ ...entry, revision: revision(opened.doc) }, new Date().toISOString());
  if (fileNow() === null) return null;
  const add = () => {
    const file = fileNow();
    if (file === null) return;
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
  // Some phones read the file only after asking where to save it.
  setTimeout(() => URL.revokeObjectURL(address), MILLISECONDS_TO_FETCH);
}
