// Cases being fetched to this phone, each with its progress, until all are here.
import { Check, Route } from "lucide-preact";
import type { CaseBook } from "../../../cases/documents/book";
import { messagesFrom } from "../../../i18n";
import pairWords from "../../../i18n/en/pair.json";
import type { StatusSource, SyncStatus } from "../../../sync/status";
import { ButtonLink } from "../../start/components/button";
import { Icon } from "../../start/components/icon";
import { watch } from "../../start/watched";

const t = messagesFrom(pairWords);

export function Arriving({ book, sync }: { book: CaseBook; sync: StatusSource }) {
  watch(book);
  watch(sync);
  const status = sync.current();
  // A case of another person is open only to the phone that was invited.
  const cases = book.cases().filter(({ id }) => !status.shutOut.some(({ log }) => log === id));
  const allHere = cases.length > 0 && cases.every(({ id }) => status.fetched.includes(id));
  const noneToCome = cases.length === 0 && status.phase === "idle" && status.fetched.length > 0;
  return (
    <div class="stack">
      <p role="status">
        <b>{t("pair.joined")}</b> {cases.length > 0 && !allHere && t("pair.arriving")}
        {allHere && t("pair.allHere")}
        {noneToCome && t("pair.noCases")}
      </p>
      <ul class="arriving" aria-label={t("pair.caseProgressLabel")}>
        {cases.map((entry) => (
          <li key={entry.id}>
            <bdi>{entry.title.value}</bdi>
            <CaseProgress id={entry.id} status={status} />
          </li>
        ))}
      </ul>
      {cases.length > 0 && (
        <ButtonLink href="/" icon={Route}>
          {t("pair.open")}
        </ButtonLink>
      )}
    </div>
  );
}

function CaseProgress({ id, status }: { id: string; status: SyncStatus }) {
  const part = status.progress.find(({ log }) => log === id);
  if (part) {
    const words = t("pair.part", { have: part.have, total: part.total });
    return (
      <>
        <span class="quiet">{words}</span>
        <progress value={part.have} max={part.total} aria-label={words} />
      </>
    );
  }
  if (!status.fetched.includes(id)) return <span class="quiet">{t("pair.onItsWay")}</span>;
  return (
    <span class="quiet">
      <Icon of={Check} small /> {t("pair.allHere")}
    </span>
  );
}
