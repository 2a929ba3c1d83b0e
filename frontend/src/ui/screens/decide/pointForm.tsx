// One point for or against an option: the patient's words, and how much it matters to them.
import { Trash } from "lucide-preact";
import { useRef } from "preact/hooks";
import type { OpenCase } from "../../../cases/book";
import { deleteEntry, restoreEntry } from "../../../domain/case/entries";
import { type Point, pointEntries, type Weight, weights } from "../../../domain/decide/options";
import { messagesFrom } from "../../../i18n";
import decideWords from "../../../i18n/en/decide.json";
import entriesWords from "../../../i18n/en/entries.json";
import { Choice } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { TextArea } from "../../components/textField";
import { useNothingLeftBehind } from "../../entries/useEntry";
import { Button } from "../../start/components/button";
import { offerUndo } from "../../start/undo";
import "../../start/components/card.css";

const t = messagesFrom(decideWords, entriesWords);

type Props = { opened: OpenCase; point: Point; number: number };

export function PointForm({ opened, point, number }: Props) {
  const { doc, writer } = opened;
  const wasEmpty = useRef(point.words === "");
  useNothingLeftBehind("points", point.id, (held) => pointEntries.holdsWords(held, point.id));
  const remove = () => {
    deleteEntry(doc, "points", point.id, writer);
    offerUndo(t("entryKind.deletedOne.points"), () => restoreEntry(doc, "points", point.id));
  };
  return (
    <div class="card">
      <TextArea
        label={t(`decide.points.${point.side.value}`, { number })}
        rows={2}
        value={point.words}
        current={() => pointEntries.find(doc, point.id)?.words ?? point.words}
        onInput={(words) => pointEntries.write(doc, point.id, "words", words)}
        autoFocus={wasEmpty.current}
      />
      <Matters opened={opened} point={point} />
      <Button look="plain" icon={Trash} removes onClick={remove}>
        {t("decide.deletePoint")}
      </Button>
    </div>
  );
}

function Matters({ opened: { doc, writer }, point }: { opened: OpenCase; point: Point }) {
  const write = (matters: Weight) => pointEntries.set(doc, writer, point.id, { matters });
  const nameOf = (weight: Weight) => t(`decide.weights.${weight || "none"}`);
  return (
    <>
      <Choice
        legend={t("decide.mattersToMe")}
        options={weights.filter((one) => one !== "").map((value) => ({ value, label: nameOf(value) }))}
        value={point.matters.value === "" ? null : point.matters.value}
        onChoose={write}
        compact
      />
      <ConflictField label={t("decide.mattersToMe")} field={point.matters} show={nameOf} onChoose={write} />
    </>
  );
}
