// What others changed in the case or removed from it: one card for each time, with the earlier content and a button to
// bring it back.

import { RotateCcw } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import type { ListRemovals } from "../../../cases/sharing/removals";
import { type EntryKind, entryKinds } from "../../../domain/case/entries";
import { type Lost, type Removal, registerOf } from "../../../domain/changes/asItWas";
import { bringBack, isBack } from "../../../domain/changes/bringBack";
import { messagesFrom } from "../../../i18n";
import { dayText, timeText } from "../../../i18n/dates";
import changedByOthersWords from "../../../i18n/en/changedByOthers.json";
import entriesWords from "../../../i18n/en/entries.json";
import { CaseScreen } from "../../components/caseScreen";
import { announce } from "../../start/announce";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { isolated } from "../../start/isolate";
import { useServices } from "../../start/services";
import { useOpened } from "../../start/useCase";
import { excerpt } from "../../text/excerpt";
import { CoreGate } from "../pair/coreGate";
import "./companion.css";

const t = messagesFrom(changedByOthersWords, entriesWords);

export function BeforePage() {
  const core = useServices().core.value;
  return (
    <CaseScreen title={t("changedByOthers.title")} back="/case/companions">
      <CoreGate core={core}>{({ removals: before }) => <Found before={before} />}</CoreGate>
    </CaseScreen>
  );
}

function Found({ before }: { before: ListRemovals }) {
  const opened = useOpened();
  const [found, setFound] = useState<Removal[] | null>(null);
  useEffect(() => {
    // Changes that are not stored yet count, too.
    void opened.flush().then(
      async () => setFound(await before(opened)),
      async () => setFound(await before(opened)),
    );
  }, [opened, before]);
  if (found === null) return <p class="quiet">{t("changedByOthers.looking")}</p>;
  if (found.length === 0) return <p>{t("changedByOthers.none")}</p>;
  return (
    <div class="stack">
      <p>{t("changedByOthers.why")}</p>
      {found.map((removal) => (
        <RemovalCard key={`${removal.device}${removal.at}`} removal={removal} />
      ))}
    </div>
  );
}

function RemovalCard({ removal }: { removal: Removal }) {
  const opened = useOpened();
  const [isShown, setShown] = useState(false);
  // Computed here, because a component whose props stay the same is not rendered again with the list.
  const isHere = isBack(opened.doc, opened.writer, removal);
  const bring = () => {
    bringBack(opened.doc, opened.writer, removal);
    announce(t("changedByOthers.isBack"));
  };
  return (
    <Card heading={headingOf(removal)}>
      {removal.at !== null && (
        <p class="quiet">{t("changedByOthers.came", { date: dayText(removal.at), time: timeText(removal.at) })}</p>
      )}
      <Button look="plain" onClick={() => setShown(!isShown)}>
        {isShown ? t("changedByOthers.hide") : t("changedByOthers.see")}
      </Button>
      {isShown && (
        <ul class="removed">
          {removal.lost.map((lost) => (
            <li key={`${lost.root}/${lost.id}`}>
              <span class="quiet">{kindText(lost)}</span> <span dir="auto">{excerpt(wordsOf(lost))}</span>
            </li>
          ))}
        </ul>
      )}
      {isHere ? (
        <p>{t("changedByOthers.isBack")}</p>
      ) : (
        <>
          {removal.lost.some(({ isRemoved }) => !isRemoved) && <p class="quiet">{t("changedByOthers.conflict")}</p>}
          <Button look="quiet" icon={RotateCcw} onClick={bring}>
            {t("changedByOthers.bring")}
          </Button>
        </>
      )}
    </Card>
  );
}

function headingOf({ name, lost }: Removal): string {
  const who = name === "" ? t("changedByOthers.someone") : isolated(name);
  const removed = countOf(lost.filter(({ isRemoved }) => isRemoved));
  return removed > 0
    ? t("changedByOthers.removed", { who, count: removed })
    : t("changedByOthers.changed", { who, count: countOf(lost) });
}

/** What belongs to the case itself is counted only where nothing else was lost. */
function countOf(lost: Lost[]): number {
  return lost.filter(({ root }) => entryKinds.some((kind) => kind === root)).length || lost.length;
}

function kindText({ root }: Lost): string {
  const kind = entryKinds.find((known): known is EntryKind => known === root);
  if (kind) return t(`entryKind.kinds.${kind}`);
  return root === "people" ? t("changedByOthers.ofPeople") : t("changedByOthers.ofCase");
}

function wordsOf({ held }: Lost): string {
  const short = [...held.values].filter(([key, value]) => registerOf(key) !== "" && typeof value === "string");
  return [...held.texts.values(), ...short.map(([, value]) => String(value))].filter(Boolean).join(" · ");
}
