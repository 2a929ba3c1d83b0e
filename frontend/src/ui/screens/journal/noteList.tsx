// The notes and answers of a case, a page at a time, so that a case with thousands opens as fast as a small one.
import { History, NotebookPen, Trash } from "lucide-preact";
import { useMemo, useState } from "preact/hooks";
import { type JournalLine, journalLines } from "../../../domain/journal/journalLines";
import { notes } from "../../../domain/journal/notes";
import { questions } from "../../../domain/questions/questionEntries";
import { visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import { dayOfInstant, weekdayText } from "../../../i18n/dates";
import journalWords from "../../../i18n/en/journal.json";
import { EmptyState } from "../../components/emptyState";
import { visitName, visitOf } from "../../entries/entryNames";
import { Button, ButtonLink } from "../../start/components/button";
import { isolated } from "../../start/isolate";
import { today } from "../../start/localNow";
import { useCaseValue, useOpened } from "../../start/useCase";
import { AnswerRow } from "./answerRow";
import { NoteRow } from "./noteRow";
import "./journal.css";

const t = messagesFrom(journalWords);

const PAGE = 50;

export function NoteList() {
  const noted = useCaseValue(notes);
  const asked = useCaseValue(questions);
  const all = useMemo(() => journalLines(noted, asked), [noted, asked]);
  const [shown, setShown] = useState(PAGE);
  const groups = useMemo(() => grouped(all.slice(0, shown)), [all, shown]);
  return (
    <div class="journal">
      {all.length === 0 && (
        <EmptyState
          icon={NotebookPen}
          title={t("journal.emptyTitle")}
          why={t("journal.emptyWhy")}
          example={t("journal.emptyExample")}
        />
      )}
      {groups.map((group) => (
        <GroupOfLines key={group.key} group={group} />
      ))}
      {all.length > shown && (
        <Button look="quiet" icon={History} onClick={() => setShown(shown + PAGE)}>
          {t("journal.earlier")}
        </Button>
      )}
      <ButtonLink href="/journal/deleted" look="plain" icon={Trash}>
        {t("journal.deleted")}
      </ButtonLink>
    </div>
  );
}

function GroupOfLines({ group }: { group: Group }) {
  const opened = useOpened();
  // Subscribes to the list: its identity changes when a visit is renamed.
  useCaseValue(visits);
  const visit = visitOf(opened.doc, group.visit);
  const day = weekdayText(group.day, today());
  return (
    <section class="journal-group">
      <h2>{visit ? t("journal.dayWith", { day, who: isolated(visitName(visit)) }) : day}</h2>
      <ul class="notes">
        {group.lines.map((line) =>
          line.kind === "note" ? (
            <NoteRow key={line.id} note={line.note} />
          ) : (
            <AnswerRow key={line.id} question={line.question} />
          ),
        )}
      </ul>
    </section>
  );
}

// Notes and answers as the journal shows them: by day, within the day by visit, newest first. Pure.
export type Group = { key: string; day: string; visit: string | null; lines: JournalLine[] };

/** `newestFirst` comes from journalLines(). A day is the one on which a line was written, where that is known. */
export function grouped(newestFirst: readonly JournalLine[]): Group[] {
  const groups = new Map<string, Group>();
  for (const line of newestFirst) {
    const day = dayOfInstant(line.at);
    const key = `${day} ${line.visit ?? ""}`;
    const group = groups.get(key) ?? { key, day, visit: line.visit, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  // Two visits on one day may alternate line by line; each visit stays one group, and days stay whole.
  return [...groups.values()].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}
