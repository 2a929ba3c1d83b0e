// What should come with a letter's answer, and in which form.
import { type Letter, type LetterFields, letterFormats } from "../../../domain/letters/letterEntries";
import { messagesFrom } from "../../../i18n";
import letterWords from "../../../i18n/en/letters.json";
import { Switch } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { Select } from "../../components/select";

const t = messagesFrom(letterWords);

type Props = { letter: Letter; write: (fields: Partial<LetterFields>) => void };

export function AskedParts({ letter, write }: Props) {
  const { format } = letter;
  return (
    <>
      <Part name="images" hint={t("letter.imagesHint")} letter={letter} write={write} />
      <Part name="reports" letter={letter} write={write} />
      <Part name="slides" hint={t("letter.slidesHint")} letter={letter} write={write} />
      <Select
        label={t("letter.format")}
        options={letterFormats.map((value) => ({ value, label: t(`letter.formats.${value}`) }))}
        value={format.value}
        onChoose={(chosen) => write({ format: chosen })}
      />
      <ConflictField
        label={t("letter.format")}
        field={format}
        show={(value) => t(`letter.formats.${value}`)}
        onChoose={(chosen) => write({ format: chosen })}
      />
    </>
  );
}

type PartProps = Props & { name: "images" | "reports" | "slides"; hint?: string };

function Part({ name, hint, letter, write }: PartProps) {
  const set = (on: boolean) => write({ [name]: on });
  return (
    <>
      <Switch
        label={t(`letter.${name}`)}
        {...(hint === undefined ? {} : { hint })}
        on={letter[name].value}
        onChange={set}
      />
      <ConflictField
        label={t(`letter.${name}`)}
        field={letter[name]}
        show={(on) => t(on ? "letter.on" : "letter.off")}
        onChoose={set}
      />
    </>
  );
}
