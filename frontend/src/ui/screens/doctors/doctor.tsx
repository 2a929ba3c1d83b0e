// One doctor, to read: what was found out, where and when, and a button that makes a visit of it; and the form.

import { CalendarPlus } from "lucide-preact";
import type { Chosen } from "../../../domain/doctors/chosen";
import { bookVisit, type Doctor, doctorEntries, visitsTo } from "../../../domain/doctors/doctors";
import { messagesFrom } from "../../../i18n";
import doctorsWords from "../../../i18n/en/doctors.json";
import { ChosenDoctor } from "../../components/chosenDoctor";
import { Reach } from "../../components/reach";
import { DeleteEntry } from "../../entries/entryEnd";
import { addressOf, visitName } from "../../entries/entryNames";
import { EntryPage } from "../../entries/entryPage";
import { Button } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { isolated } from "../../start/isolate";
import { navigate, type Params } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { brief } from "../../text/excerpt";
import { whenText } from "../../text/whenText";
import { checks, Field, Groups, whoAndHow } from "./detailGroups";
import { doctorName, said } from "./factText";

const t = messagesFrom(doctorsWords);

export function DoctorPage({ params }: { params: Params }) {
  return (
    <EntryPage
      of={doctorEntries}
      id={params.id ?? ""}
      title={t("doctors.one")}
      up="/case/doctors"
      wide
      page={(doctor) => ({
        words: said,
        name: doctorName(doctor),
        without: doctor.name.value.trim() === "" ? [] : ["name"],
        main: <Book doctor={doctor} />,
        above: <Reach phone={doctor.phone.value} place={doctor.place.value} />,
        below: (
          <>
            <ChosenHere doctor={doctor} />
            <Visits id={doctor.id} />
          </>
        ),
      })}
    >
      {(doctor) => <Sheet doctor={doctor} />}
    </EntryPage>
  );
}

type Props = { doctor: Doctor };

function Book({ doctor }: Props) {
  const opened = useOpened();
  const book = () => navigate(addressOf("visits", bookVisit(opened.doc, opened.writer, doctor)));
  return (
    <Button icon={CalendarPlus} onClick={book}>
      {doctor.name.value.trim() === ""
        ? t("doctors.bookUnnamed")
        : t("doctors.book", { name: isolated(brief(doctor.name.value)) })}
    </Button>
  );
}

function ChosenHere({ doctor }: Props) {
  const opened = useOpened();
  const choose = (chosen: Chosen) => doctorEntries.set(opened.doc, opened.writer, doctor.id, { chosen });
  return <ChosenDoctor field={doctor.chosen} onChoose={choose} />;
}

function Sheet({ doctor }: Props) {
  return (
    <div class="columns">
      <div class="stack">
        <Groups of={whoAndHow} doctor={doctor} />
        <ChosenHere doctor={doctor} />
      </div>
      <div class="stack">
        <Groups of={checks} doctor={doctor} />
        <Field of={doctor} name="notes" rows={3} />
        <DeleteEntry />
      </div>
    </div>
  );
}

function Visits({ id }: { id: string }) {
  const opened = useOpened();
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
