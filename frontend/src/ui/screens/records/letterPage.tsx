// The letter and its reminder as sheets: to print, to share, to copy.
import type { OpenCase } from "../../../cases/book";
import { type RecordRequest, requests } from "../../../domain/requestEntries";
import { messagesFrom } from "../../../i18n";
import letterWords from "../../../i18n/en/letter.json";
import { CaseScreen } from "../../components/caseScreen";
import { EntryGone } from "../../components/entryEnd";
import { PaperTools } from "../../components/paper";
import { addressOf } from "../../entryNames";
import { today } from "../../start/localNow";
import type { Places } from "../../start/route";
import { useEntry } from "../../useEntry";
import { useCountryOf, wordsOf } from "./letterOf";
import { LetterSheet } from "./letterSheet";
import { asText } from "./letterText";

const t = messagesFrom(letterWords);

export function LetterPage({ places }: { places: Places }) {
  return <SheetPage id={places.id ?? ""} isReminder={false} />;
}

export function ReminderPage({ places }: { places: Places }) {
  return <SheetPage id={places.id ?? ""} isReminder />;
}

type Props = { id: string; isReminder: boolean };

function SheetPage({ id, isReminder }: Props) {
  return (
    <CaseScreen
      title={t(isReminder ? "letter.reminder" : "letter.one")}
      back={addressOf("requests", id)}
      dock={(opened) => <Tools opened={opened} id={id} isReminder={isReminder} />}
    >
      {(opened) => <Sheet opened={opened} id={id} isReminder={isReminder} />}
    </CaseScreen>
  );
}

function Sheet({ opened, id, isReminder }: Props & { opened: OpenCase }) {
  const request = useEntry(opened, requests, id);
  if (request === null) return <EntryGone kind="requests" id={id} />;
  if (isReminder && request.sentOn.value === "") return <p>{t("letter.notSentYet")}</p>;
  return <WithWords opened={opened} request={request} isReminder={isReminder} show="sheet" />;
}

function Tools({ opened, id, isReminder }: Props & { opened: OpenCase }) {
  const request = useEntry(opened, requests, id);
  if (request === null || (isReminder && request.sentOn.value === "")) return null;
  return <WithWords opened={opened} request={request} isReminder={isReminder} show="tools" />;
}

type WithWordsProps = { opened: OpenCase; request: RecordRequest; isReminder: boolean; show: "sheet" | "tools" };

function WithWords({ opened, request, isReminder, show }: WithWordsProps) {
  const paragraphs = wordsOf(opened.doc, request, useCountryOf(request), today(), isReminder);
  return show === "sheet" ? <LetterSheet paragraphs={paragraphs} /> : <PaperTools textOf={() => asText(paragraphs)} />;
}
