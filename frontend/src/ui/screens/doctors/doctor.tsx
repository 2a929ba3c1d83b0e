// The sheet of one doctor: what was found out, where and when; and the way from the sheet to a visit.
import { CalendarPlus } from "lucide-preact";
import { useRef } from "preact/hooks";
import type { OpenCase } from "../../../cases/book";
import type { CaseDoc } from "../../../domain/case/document";
import {
  bookVisit,
  type Doctor,
  type DoctorFields,
  doctorEntries,
  doctors,
  isEmptySheet,
  visitsTo,
} from "../../../domain/doctors/doctors";
import { messagesFrom } from "../../../i18n";
import doctorsWords from "../../../i18n/en/doctors.json";
import { CaseScreen } from "../../components/caseScreen";
import { ChosenDoctor } from "../../components/chosenDoctor";
import { TextArea } from "../../components/textField";
import { DeleteEntry, EntryGone } from "../../entries/entryEnd";
import { addressOf, visitName } from "../../entries/entryNames";
import { useEntry, useNothingLeftBehind } from "../../entries/useEntry";
import { Button } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { isolated } from "../../start/isolate";
import type { Params } from "../../start/route";
import { navigate } from "../../start/router";
import { brief } from "../../text/brief";
import { whenText } from "../../text/whenText";
import { Apart, Illness, Papers, SuggestedBy, Teaching, WaitAndCost, Who } from "./sheetGroups";

const t = messagesFrom(doctorsWords);

export function DoctorPage({ params }: { params: Params }) {
  const id = params.id ?? "";
  return (
    <CaseScreen
      title={t("doctors.one")}
      back="/case/doctors"
      reachedFromMany
      dock={(opened) => <Book opened={opened} id={id} />}
      wide
    >
      {(opened) => <Sheet opened={opened} id={id} />}
    </CaseScreen>
  );
}

function Book({ opened, id }: { opened: OpenCase; id: string }) {
  const doctor = useEntry(opened, doctors, id);
  if (doctor === null || isEmptySheet(doctor)) return null;
  const book = () => navigate(addressOf("visits", bookVisit(opened.doc, opened.writer, doctor)));
  return (
    <Button icon={CalendarPlus} onClick={book}>
      {doctor.name.value.trim() === ""
        ? t("doctors.bookUnnamed")
        : t("doctors.book", { name: isolated(brief(doctor.name.value)) })}
    </Button>
  );
}

function Sheet({ opened, id }: { opened: OpenCase; id: string }) {
  const doctor = useEntry(opened, doctors, id);
  useNothingLeftBehind("doctors", id, (doc) => holdsWords(doc, id));
  const isNew = useRef<boolean | null>(null);
  isNew.current ??= doctor !== null && isEmptySheet(doctor);
  if (doctor === null) return <EntryGone kind="doctors" id={id} />;
  const write = (fields: Partial<DoctorFields>) => doctorEntries.set(opened.doc, opened.writer, id, fields);
  const group = { doctor, write };
  return (
    <div class="columns">
      <div class="stack">
        <Visits opened={opened} id={id} />
        <Who {...group} isNew={isNew.current} />
        <ChosenDoctor field={doctor.chosen} onChoose={(chosen) => write({ chosen })} />
        <Illness {...group} />
        <SuggestedBy {...group} />
      </div>
      <div class="stack">
        <Papers {...group} />
        <Teaching {...group} />
        <Apart {...group} />
        <WaitAndCost {...group} />
        <Notes opened={opened} doctor={doctor} />
        <DeleteEntry kind="doctors" id={id} up="/case/doctors" />
      </div>
    </div>
  );
}

function Notes({ opened, doctor: { id, notes } }: { opened: OpenCase; doctor: Doctor }) {
  return (
    <TextArea
      label={t("doctors.notes")}
      rows={3}
      value={notes}
      current={() => doctorEntries.find(opened.doc, id)?.notes ?? notes}
      onInput={(next) => doctorEntries.write(opened.doc, id, "notes", next)}
    />
  );
}

function Visits({ opened, id }: { opened: OpenCase; id: string }) {
  const visits = visitsTo(opened.doc, id);
  if (visits.length === 0) return null;
  return (
    <section>
      <h2>{t("doctors.visits")}</h2>
      <Rows label={t("doctors.visits")}>
        {visits.map((visit) => (
          <LinkRow
            key={visit.id}
            href={addressOf("visits", visit.id)}
            title={<bdi>{visitName(visit)}</bdi>}
            detail={whenText(visit.when.value)}
          />
        ))}
      </Rows>
    </section>
  );
}

function holdsWords(doc: CaseDoc, id: string): boolean {
  const there = doctorEntries.find(doc, id);
  return there === null || !isEmptySheet(there);
}
