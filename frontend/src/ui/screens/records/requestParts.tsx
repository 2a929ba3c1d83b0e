// What should come with a letter's answer, and in which form.
import { type RecordRequest, type RequestFields, requestFormats } from "../../../domain/requestEntries";
import { messagesFrom } from "../../../i18n";
import letterWords from "../../../i18n/en/letter.json";
import { Switch } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { Select } from "../../components/select";

const t = messagesFrom(letterWords);

type Props = { request: RecordRequest; write: (fields: Partial<RequestFields>) => void };

export function AskedParts({ request, write }: Props) {
  const { format } = request;
  return (
    <>
      <Part name="images" hint={t("letter.imagesHint")} request={request} write={write} />
      <Part name="reports" request={request} write={write} />
      <Part name="slides" hint={t("letter.slidesHint")} request={request} write={write} />
      <Select
        label={t("letter.format")}
        options={requestFormats.map((value) => ({ value, label: t(`letter.formats.${value}`) }))}
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

function Part({ name, hint, request, write }: PartProps) {
  const set = (on: boolean) => write({ [name]: on });
  return (
    <>
      <Switch
        label={t(`letter.${name}`)}
        {...(hint === undefined ? {} : { hint })}
        on={request[name].value}
        onChange={set}
      />
      <ConflictField
        label={t(`letter.${name}`)}
        field={request[name]}
        show={(on) => t(on ? "letter.on" : "letter.off")}
        onChoose={set}
      />
    </>
  );
}
