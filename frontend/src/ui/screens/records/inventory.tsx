// The list of records by status, each with its date, its holder, and how long ago it was requested. A new one is typed
// below those that are still to request.
import { Plus } from "lucide-preact";
import { daysApart } from "../../../domain/days/days";
import type { Letter } from "../../../domain/letters/letterEntries";
import { letterByRecord } from "../../../domain/letters/letters";
import { type MedicalRecord, type RecordStatus, recordStatuses } from "../../../domain/records/records";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import letterWords from "../../../i18n/en/letters.json";
import recordsWords from "../../../i18n/en/records.json";
import { AddInPlace, type Adding } from "../../components/addInPlace";
import { useFirst } from "../../components/useFirst";
import { addressOf, shownText } from "../../entries/entryNames";
import { Button } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { isolated } from "../../start/isolate";
import { today } from "../../start/localNow";
import { useCaseValue } from "../../start/useCase";
import { excerpt } from "../../text/excerpt";

const t = messagesFrom(letterWords, recordsWords);

// Per group; the rest is shown on request.
const AT_FIRST = 30;

type LetterByRecord = ReadonlyMap<string, Letter>;

export function Inventory({ all, adding }: { all: readonly MedicalRecord[]; adding: Adding }) {
  const letters = useCaseValue(letterByRecord);
  const here = all.filter((record) => record.status.value === "have").length;
  return (
    <>
      {all.length > 0 && <p>{t("records.here", { here, count: all.length })}</p>}
      {recordStatuses.map((status) => [
        <Group
          key={status}
          status={status}
          listed={all.filter((record) => record.status.value === status)}
          letters={letters}
        />,
        status === "need" && <AddInPlace key="add" adding={adding} label={t("records.add")} />,
      ])}
    </>
  );
}

type GroupProps = { status: RecordStatus; listed: readonly MedicalRecord[]; letters: LetterByRecord };

function Group({ status, listed, letters }: GroupProps) {
  const { shown, hidden, showAll } = useFirst(listed, AT_FIRST);
  if (listed.length === 0) return null;
  return (
    <section>
      <h2>{t(`records.groups.${status}`)}</h2>
      <Rows>
        {shown.map((record) => (
          <LinkRow
            key={record.id}
            href={addressOf("records", record.id)}
            title={<bdi>{shownText(excerpt(record.what.value))}</bdi>}
            detail={detailOf(record, letters.get(record.id))}
          />
        ))}
      </Rows>
      {hidden > 0 && (
        <Button look="plain" icon={Plus} onClick={showAll}>
          {t("records.showAll", { count: hidden })}
        </Button>
      )}
    </section>
  );
}

function detailOf({ holder, status, madeOn, askedOn, receivedOn }: MedicalRecord, letter?: Letter): string {
  const isAsked = status.value === "asked";
  const received = status.value === "have" && receivedOn.value !== "";
  const parts = [
    madeOn.value === "" ? "" : dayText(madeOn.value),
    holder.value.trim() === "" ? "" : isolated(excerpt(holder.value)),
    isAsked ? waitText(askedOn.value) : "",
    received ? t("records.receivedOnLine", { date: dayText(receivedOn.value) }) : "",
    status.value === "need" && letter?.sentOn.value === "" ? t("records.inDraft") : "",
  ];
  return parts.filter(Boolean).join(" · ");
}

/** How long ago it was requested; the day itself where that cannot be said. */
export function waitText(askedOn: string): string {
  if (askedOn === "") return "";
  const days = daysApart(askedOn, today());
  if (days === null || days < 0) return t("records.askedOnLine", { date: dayText(askedOn) });
  return days === 0 ? t("letter.awaitedToday") : t("letter.awaited", { count: days });
}
