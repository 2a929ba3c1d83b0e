// The notes, answers and opinions of a case, visit by visit, a page at a time, so that a case with thousands opens as
// fast as a small one.
import { History, NotebookPen, Trash } from "lucide-preact";
import { useMemo, useState } from "preact/hooks";
import { allDeleted } from "../../../domain/case/everyKind";
import { type JournalLine, journalLines } from "../../../domain/journal/journalLines";
import { notes } from "../../../domain/journal/notes";
import { opinions } from "../../../domain/opinions/opinionEntries";
import { questions } from "../../../domain/questions/questionEntries";
import { visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import { dayOfInstant, weekdayText } from "../../../i18n/dates";
import journalWords from "../../../i18n/en/journal.json";
import { EmptyState } from "../../components/emptyState";
import { addressOf, visitName, visitOf } from "../../entries/entryNames";
import { Button, ButtonLink } from "../../start/components/button";
import { today } from "../../start/localNow";
import { useCaseValue } from "../../start/useCase";
import { brief } from "../../text/excerpt";
import { AnswerRow } from "./answerRow";
import { NoteRow } from "./noteRow";
import { OpinionRow } from "./opinionRow";
import "./journal.css";

const t = messagesFrom(journalWords);

const PAGE = 50;

export function NoteList() {
  const noted = useCaseValue(notes);
  const asked = useCaseValue(questions);
  const said = useCaseValue(opinions);
  const seen = useCaseValue(visits);
  const all = useMemo(() => journalLines(noted, asked, said), [noted, asked, said]);
  const hasDeleted = useCaseValue((doc) => allDeleted(doc).length > 0);
  const [shown, setShown] = useState(PAGE);
  const groups = useMemo(() => {
    const days = new Map(seen.map(({ id, when }) => [id, when.value.slice(0, 10)]));
    return grouped(all.slice(0, shown), days);
  }, [all, shown, seen]);
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
      {hasDeleted && (
        <ButtonLink href="/journal/deleted" look="plain" icon={Trash}>
          {t("journal.deleted")}
        </ButtonLink>
      )}
    </div>
  );
}

function GroupOfLines({ group }: { group: Group }) {
  const visit = useCaseValue((doc) => visitOf(doc, group.visit));
  return (
    <section class="journal-group">
      <h2>
        <span>{weekdayText(group.day, today())}</span>
        {visit && (
          <a href={addressOf("visits", visit.id)}>
            <bdi>{brief(visitName(visit))}</bdi>
          </a>
        )}
      </h2>
      <ul class="notes">
        {group.lines.map((line) => (
          <Line key={line.id} line={line} day={group.day} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line, day }: { line: JournalLine; day: string }) {
  switch (line.kind) {
    case "note":
      return <NoteRow note={line.note} day={day} />;
    case "answer":
      return <AnswerRow question={line.question} about={line.about} day={day} />;
    case "opinion":
      return <OpinionRow opinion={line.opinion} day={day} />;
  }
}

// The lines as the journal shows them: visit by visit, and what belongs to none by day, newest first. Pure.
export type Group = { key: string; day: string; visit: string | null; lines: JournalLine[] };

/** `newestFirst` comes from journalLines(). A visit stands on its own day, if that is known, else on its newest line's. */
export function grouped(newestFirst: readonly JournalLine[], dayOf: ReadonlyMap<string, string> = new Map()): Group[] {
  const groups = new Map<string, Group>();
  for (const line of newestFirst) {
    const written = dayOfInstant(line.at);
    const key = line.visit ?? written;
    const day = (line.visit && dayOf.get(line.visit)) || written;
    const group = groups.get(key) ?? { key, day, visit: line.visit, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}
