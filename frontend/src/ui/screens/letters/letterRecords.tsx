// Which records a letter asks for: those of its holder are listed to be ticked, all others on request.
import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import { type Letter, letterEntries } from "../../../domain/letters/letterEntries";
import { isHeldBy } from "../../../domain/letters/letters";
import { type MedicalRecord, records } from "../../../domain/records/records";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import letterWords from "../../../i18n/en/letters.json";
import recordsWords from "../../../i18n/en/records.json";
import { Switch } from "../../components/choice";
import { useFirst } from "../../components/useFirst";
import { shownText } from "../../entries/entryNames";
import { Button } from "../../start/components/button";
import { isolated } from "../../start/isolate";
import { useCaseValue, useOpened } from "../../start/useCase";
import { excerpt } from "../../text/excerpt";

const t = messagesFrom(letterWords, recordsWords);

// The rest is shown on request, ticked or not.
const AT_FIRST = 30;

export function LetterRecords({ letter }: { letter: Letter }) {
  const opened = useOpened();
  const all = useCaseValue(records);
  const [isWhole, setWhole] = useState(false);
  const ticked = new Set(letter.records);
  const isNear = (record: MedicalRecord) =>
    ticked.has(record.id) || (letter.holder.value.trim() !== "" && isHeldBy(record, letter.holder.value));
  const near = all.filter(isNear);
  const { shown, hidden, showAll } = useFirst(isWhole ? all : near, AT_FIRST);
  const others = all.length - near.length;
  return (
    <fieldset class="choice">
      <legend class="field-label">{t("letter.what")}</legend>
      <p class="quiet">{t(all.length === 0 ? "letter.whatNone" : "letter.whatAll")}</p>
      {shown.map((record) => (
        <Switch
          key={record.id}
          label={isolated(shownText(excerpt(record.what.value)))}
          {...hintOf(record)}
          on={ticked.has(record.id)}
          onChange={(on) => letterEntries.mark(opened.doc, opened.writer, letter.id, "records", record.id, on)}
        />
      ))}
      {hidden > 0 && (
        <Button look="plain" icon={Plus} onClick={showAll}>
          {t("records.showAll", { count: hidden })}
        </Button>
      )}
      {!isWhole && others > 0 && (
        <Button look="plain" icon={Plus} onClick={() => setWhole(true)}>
          {t("letter.others", { count: others })}
        </Button>
      )}
    </fieldset>
  );
}

function hintOf({ madeOn, holder }: MedicalRecord): { hint?: string } {
  const parts = [
    madeOn.value === "" ? "" : dayText(madeOn.value),
    holder.value.trim() && isolated(holder.value.trim()),
  ];
  const hint = parts.filter(Boolean).join(" · ");
  return hint === "" ? {} : { hint };
}
