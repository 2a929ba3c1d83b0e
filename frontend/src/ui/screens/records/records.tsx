// The records: what is still to ask for, what was asked for, what is here.
import "../../../i18n/words/records";
import { FileText, Plus } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import { addRecord, type MedicalRecord, type RecordStatus, recordStatuses, records } from "../../../domain/records";
import { t } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import { Button } from "../../components/button";
import { CaseScreen } from "../../components/caseScreen";
import { EmptyState } from "../../components/emptyState";
import { LinkRow, Rows } from "../../components/rows";
import { addressOf, shownText } from "../../entryNames";
import { navigate } from "../../router";
import { useCaseValue } from "../../useCase";

export function Records() {
  return (
    <CaseScreen title={t("records.title")} back="/" dock={(opened) => <Add opened={opened} />}>
      {(opened) => <Inventory opened={opened} />}
    </CaseScreen>
  );
}

function Add({ opened }: { opened: OpenCase }) {
  const add = () => navigate(addressOf("records", addRecord(opened.doc, opened.writer, {})));
  return (
    <Button icon={Plus} onClick={add}>
      {t("records.add")}
    </Button>
  );
}

function Inventory({ opened }: { opened: OpenCase }) {
  const all = useCaseValue(opened, records);
  if (all.length === 0) {
    return (
      <EmptyState
        icon={FileText}
        title={t("records.emptyTitle")}
        why={t("records.emptyWhy")}
        example={t("records.emptyExample")}
      />
    );
  }
  const here = all.filter((record) => record.status.value === "have").length;
  return (
    <div class="stack">
      <p>{t("records.here", { here, count: all.length })}</p>
      {recordStatuses.map((status) => (
        <Group key={status} status={status} records={all.filter((record) => record.status.value === status)} />
      ))}
    </div>
  );
}

function Group({ status, records: listed }: { status: RecordStatus; records: readonly MedicalRecord[] }) {
  if (listed.length === 0) return null;
  return (
    <section>
      <h2>{t(`records.groups.${status}`)}</h2>
      <Rows>
        {listed.map((record) => (
          <LinkRow
            key={record.id}
            href={addressOf("records", record.id)}
            title={<bdi>{shownText(record.what.value)}</bdi>}
            detail={<bdi>{detailOf(record)}</bdi>}
          />
        ))}
      </Rows>
    </section>
  );
}

function detailOf({ holder, status, madeOn, askedOn, receivedOn }: MedicalRecord): string {
  const asked = status.value === "asked" && askedOn.value !== "";
  const received = status.value === "have" && receivedOn.value !== "";
  const parts = [
    madeOn.value === "" ? "" : dayText(madeOn.value),
    holder.value.trim(),
    asked ? t("records.askedOnLine", { date: dayText(askedOn.value) }) : "",
    received ? t("records.receivedOnLine", { date: dayText(receivedOn.value) }) : "",
  ];
  return parts.filter(Boolean).join(" · ");
}
