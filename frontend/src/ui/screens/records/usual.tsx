// What a second doctor usually asks for, each added to the list with one tap.
import { deleteEntry, restoreEntry } from "../../../domain/case/entries";
import { addRecord, type RecordKind, records } from "../../../domain/records/records";
import { messagesFrom } from "../../../i18n";
import recordsWords from "../../../i18n/en/records.json";
import { CaseScreen } from "../../components/caseScreen";
import { Switch } from "../../components/choice";
import { announce } from "../../start/announce";
import { offerUndo } from "../../start/undo";
import { useCaseValue, useOpened } from "../../start/useCase";

const t = messagesFrom(recordsWords);

const usual = [
  { name: "letters", kind: "letter" },
  { name: "tests", kind: "tests" },
  { name: "images", kind: "images" },
  { name: "reports", kind: "report" },
  { name: "slides", kind: "slides" },
  { name: "plan", kind: "plan" },
] as const satisfies readonly { name: string; kind: RecordKind }[];

export function UsualRecords() {
  return (
    <CaseScreen title={t("records.usual")} back="/case/records">
      <div class="stack">
        <p>{t("records.usualWhy")}</p>
        {usual.map(({ name, kind }) => (
          <Usual key={name} what={t(`records.usualThings.${name}`)} kind={kind} />
        ))}
      </div>
    </CaseScreen>
  );
}

function Usual({ what, kind }: { what: string; kind: RecordKind }) {
  const opened = useOpened();
  const { doc, writer } = opened;
  const known = useCaseValue((now) => records(now).find((record) => record.what.value === what)?.id);
  const take = (isWanted: boolean) => {
    if (isWanted && known === undefined) {
      addRecord(doc, writer, { what, kind });
      announce(t("records.usualAdded"));
    }
    if (!isWanted && known !== undefined) {
      deleteEntry(doc, "records", known, writer);
      offerUndo(t("records.usualRemoved"), () => restoreEntry(doc, "records", known));
    }
  };
  return <Switch label={what} on={known !== undefined} onChange={take} />;
}
