// The reasons of one point of the guide: a tick each, and a text field below each ticked one.

import { BookOpen } from "lucide-preact";
import type { OpenCase } from "../../../cases/documents/book";
import { type Reason, reasonEntries, reasonsByPoint } from "../../../domain/reasons/reasons";
import {
  type GuidePoint,
  type GuideReason,
  reasonsOf,
  restoreReasons,
  tickReason,
  untickReason,
} from "../../../domain/reasons/ticking";
import { messagesFrom } from "../../../i18n";
import reasonsWords from "../../../i18n/en/reasons.json";
import { Switch } from "../../components/choice";
import { TextArea } from "../../components/textField";
import { Icon } from "../../start/components/icon";
import { offerUndo } from "../../start/undo";
import { useOpened } from "../../start/useCase";
import { useBundle } from "../../start/useLibrary";

const t = messagesFrom(reasonsWords);

type Props = { all: readonly Reason[] };

export function PointReasons({ point, all }: Props & { point: GuidePoint }) {
  return (
    <fieldset class="reasons">
      <legend class="hidden-but-read">{t(`reasons.points.${point}`)}</legend>
      {reasonsByPoint[point].map((reason) => (
        <ReasonSwitch key={reason} reason={reason} all={all} />
      ))}
      <CardLink id={point} />
    </fieldset>
  );
}

function ReasonSwitch({ reason, all }: Props & { reason: GuideReason }) {
  const opened = useOpened();
  const group = reasonsOf(all, reason);
  const sentence = t(`reasons.names.${reason}`);
  const change = (on: boolean) => {
    if (on) tickReason(opened.doc, opened.writer, reason);
    else untick(opened, reason);
  };
  return (
    <>
      <Switch label={sentence} on={group.length > 0} onChange={change} />
      {toWriteInto(group).map((entry) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset inside the fieldset of the reasons would be read out twice
        <div key={entry.id} class="reason-words" role="group" aria-label={sentence}>
          <TextArea
            label={t("reasons.words")}
            rows={2}
            value={entry.words}
            current={() => reasonEntries.find(opened.doc, entry.id)?.words ?? entry.words}
            onInput={(words) => reasonEntries.write(opened.doc, entry.id, "words", words)}
          />
        </div>
      ))}
    </>
  );
}

/** One text field; more only where two phones have written at once, each in an entry of its own. */
function toWriteInto(group: readonly Reason[]): Reason[] {
  const written = group.filter((reason) => reason.words.trim() !== "");
  return written.length > 0 ? written : group.slice(0, 1);
}

function untick(opened: OpenCase, reason: GuideReason): void {
  const ids = untickReason(opened.doc, opened.writer, reason);
  offerUndo(t("reasons.unticked"), () => restoreReasons(opened.doc, ids));
}

/** The card with more about it. Renders nothing while the guide has not reached this phone. */
function CardLink({ id }: { id: GuidePoint }) {
  const card = useBundle()?.cards.find((one) => one.id === id);
  if (card === undefined) return null;
  return (
    <a class="reason-card" href={`/guide/card/${id}`}>
      <Icon of={BookOpen} small />
      {t("reasons.read", { title: card.title })}
    </a>
  );
}
