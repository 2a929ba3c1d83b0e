// The reasons of one point of the guide: a tick each, and room for own words under a ticked one.
import { BookOpen } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import { type Concern, concernEntries, reasonsByPoint } from "../../../domain/concerns";
import {
  bringBack,
  concernsOf,
  type GuideReason,
  type Point,
  tickReason,
  untickReason,
} from "../../../domain/selfCheck";
import { messagesFrom } from "../../../i18n";
import whetherWords from "../../../i18n/en/whether.json";
import { Switch } from "../../components/choice";
import { TextArea } from "../../components/textField";
import { Icon } from "../../start/components/icon";
import { offerUndo } from "../../start/undo";
import { useBundle } from "../../start/useLibrary";

const t = messagesFrom(whetherWords);

type Props = { opened: OpenCase; all: readonly Concern[] };

export function PointReasons({ opened, point, all }: Props & { point: Point }) {
  return (
    <fieldset class="reasons">
      <legend>
        <h2>{t(`whether.points.${point}`)}</h2>
      </legend>
      {reasonsByPoint[point].map((reason) => (
        <Reason key={reason} opened={opened} reason={reason} all={all} />
      ))}
      <CardLink id={point} />
    </fieldset>
  );
}

function Reason({ opened, reason, all }: Props & { reason: GuideReason }) {
  const group = concernsOf(all, reason);
  const sentence = t(`whether.reasons.${reason}`);
  const change = (on: boolean) => {
    if (on) tickReason(opened.doc, opened.writer, reason);
    else untick(opened, reason);
  };
  return (
    <>
      <Switch label={sentence} on={group.length > 0} onChange={change} />
      {withRoomForWords(group).map((concern) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset inside the fieldset of the reasons would be read out twice
        <div key={concern.id} class="reason-words" role="group" aria-label={sentence}>
          <TextArea
            label={t("whether.words")}
            rows={2}
            value={concern.words}
            current={() => concernEntries.find(opened.doc, concern.id)?.words ?? concern.words}
            onInput={(words) => concernEntries.write(opened.doc, concern.id, "words", words)}
          />
        </div>
      ))}
    </>
  );
}

/** One place to write; more only where two phones have written at once, each in an entry of its own. */
function withRoomForWords(group: readonly Concern[]): Concern[] {
  const written = group.filter((concern) => concern.words.trim() !== "");
  return written.length > 0 ? written : group.slice(0, 1);
}

function untick(opened: OpenCase, reason: GuideReason): void {
  const ids = untickReason(opened.doc, opened.writer, reason);
  offerUndo(t("whether.unticked"), () => bringBack(opened.doc, ids));
}

/** The card that says more. Nothing while the guide has not reached this phone. */
function CardLink({ id }: { id: Point }) {
  const card = useBundle()?.cards.find((one) => one.id === id);
  if (card === undefined) return null;
  return (
    <a class="reason-card" href={`/guide/card/${id}`}>
      <Icon of={BookOpen} small />
      {t("whether.read", { title: card.title })}
    </a>
  );
}
