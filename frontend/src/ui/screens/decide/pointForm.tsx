// One point for or against an option: the patient's words, and how much it matters to them.
import { Trash } from "lucide-preact";
import { deleteEntry, restoreEntry } from "../../../domain/case/entries";
import { type Point, pointEntries } from "../../../domain/decide/options";
import { messagesFrom } from "../../../i18n";
import decideWords from "../../../i18n/en/decide.json";
import entriesWords from "../../../i18n/en/entries.json";
import { fieldsOf } from "../../components/fields";
import { useNothingLeftBehind } from "../../entries/useEntry";
import { Button } from "../../start/components/button";
import { offerUndo } from "../../start/undo";
import { useOpened } from "../../start/useCase";
import "../../start/components/card.css";

const t = messagesFrom(decideWords, entriesWords);
const Field = fieldsOf(pointEntries, decideWords, "point");

type Props = { point: Point; number: number };

export function PointForm({ point, number }: Props) {
  const opened = useOpened();
  useNothingLeftBehind(pointEntries, point.id);
  const remove = () => {
    const { doc, writer } = opened;
    deleteEntry(doc, "points", point.id, writer);
    offerUndo(t("entryKind.deletedOne.points"), () => restoreEntry(doc, "points", point.id));
  };
  return (
    <div class="card">
      <Field of={point} name="words" label={t(`decide.points.${point.side.value}`, { number })} rows={2} comesFirst />
      <Field of={point} name="matters" as="compact" />
      <Button look="plain" icon={Trash} removes onClick={remove}>
        {t("decide.deletePoint")}
      </Button>
    </div>
  );
}
