// The letter that asks for a record, and how long ago that was; or a way to write one.
import { Mail } from "lucide-preact";
import { letterByRecord } from "../../../domain/letters/letters";
import type { MedicalRecord } from "../../../domain/records/records";
import { messagesFrom } from "../../../i18n";
import letterWords from "../../../i18n/en/letters.json";
import { addressOf } from "../../entries/entryNames";
import { Button, ButtonLink } from "../../start/components/button";
import { isolated } from "../../start/isolate";
import { useCaseValue, useOpened } from "../../start/useCase";
import { waitText } from "../records/inventory";
import { useLetterWriter } from "./newLetter";

const t = messagesFrom(letterWords);

/** Renders nothing for a record that is here and was never requested by letter. */
export function RecordLetter({ record }: { record: MedicalRecord }) {
  const opened = useOpened();
  const letter = useCaseValue((doc) => letterByRecord(doc).get(record.id));
  const write = useLetterWriter(opened);
  const wait = record.status.value === "asked" ? waitText(record.askedOn.value) : "";
  const holder = record.holder.value.trim();
  if (letter) {
    const to = letter.holder.value.trim();
    return (
      <div class="stack">
        {wait !== "" && <p>{wait}</p>}
        <ButtonLink look="quiet" icon={Mail} href={addressOf("letters", letter.id)}>
          {to === "" ? t("letter.ofRecordNobody") : t("letter.ofRecord", { holder: isolated(to) })}
        </ButtonLink>
      </div>
    );
  }
  if (record.status.value === "have") return null;
  return (
    <div class="stack">
      {wait !== "" && <p>{wait}</p>}
      {record.status.value === "need" && holder !== "" && (
        <Button look="quiet" icon={Mail} onClick={() => write(holder, { replace: false })}>
          {t("letter.writeTo", { holder: isolated(holder) })}
        </Button>
      )}
    </div>
  );
}
