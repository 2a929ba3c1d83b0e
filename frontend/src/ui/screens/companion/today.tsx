// A companion's Today: the visit with one button, to take notes, and what the owner wants to ask. Whose case it is
// stands in the status line. Must not offer what only the owner decides.
import { NotebookPen } from "lucide-preact";
import { questions } from "../../../domain/questions/questionEntries";
import { goingAlong, isOpen, visitingOf } from "../../../domain/visits/goingAlong";
import { visitFacts } from "../../../domain/visits/visitFacts";
import { visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import companionWords from "../../../i18n/en/companion.json";
import { addressOf } from "../../entries/entryNames";
import { ButtonLink } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { isolated } from "../../start/isolate";
import { localNow } from "../../start/localNow";
import { useOpened } from "../../start/useCase";
import { VisitCard } from "../home/visitCard";

const t = messagesFrom(companionWords);

export function CompanionToday({ owner }: { owner: string }) {
  const { doc } = useOpened();
  const now = localNow();
  const all = visits(doc);
  const { thisWeek } = visitFacts(doc, now);
  const visit = all.find(({ id }) => id === thisWeek[0]?.id);
  const asked = visit
    ? goingAlong(questions(doc), visitingOf(visit, all, now))
    : questions(doc).filter((question) => isOpen(question));
  const whose = { owner: isolated(owner) };
  return (
    <div class="columns">
      <div class="stack">
        {thisWeek.map((near) => (
          <VisitCard key={near.id} near={near} now={now}>
            <TakeNotes visit={near.id} />
          </VisitCard>
        ))}
        {thisWeek.length === 0 && <TakeNotes visit="" />}
      </div>
      <section class="stack">
        <h2>{t("companionToday.asks", whose)}</h2>
        {asked.length === 0 && <p>{t("companionToday.asksNothing", whose)}</p>}
        <Rows>
          {asked.map(({ id, text }, at) => (
            <LinkRow
              key={id}
              href={addressOf("questions", id)}
              title={t("companionToday.question", { number: at + 1, text })}
            />
          ))}
        </Rows>
        <p class="quiet">{t("companionToday.how", whose)}</p>
      </section>
    </div>
  );
}

function TakeNotes({ visit }: { visit: string }) {
  return (
    <ButtonLink href={visit === "" ? "/journal/note/new" : `/journal/note/new?visit=${visit}`} icon={NotebookPen}>
      {t("companionToday.notes")}
    </ButtonLink>
  );
}
