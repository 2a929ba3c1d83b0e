// The details of a visit: with whom, when, where, for which opinion, and who comes along.
import { UserSearch } from "lucide-preact";
import type { Chosen } from "../../../domain/doctors/chosen";
import { doctorEntries, doctors } from "../../../domain/doctors/doctors";
import { isAnother } from "../../../domain/visits/visitFacts";
import { type Visit, visitEntries } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import visitsWords from "../../../i18n/en/visits.json";
import { ChosenDoctor } from "../../components/chosenDoctor";
import { fieldsOf } from "../../components/fields";
import { Fold } from "../../components/fold";
import { Reach } from "../../components/reach";
import { addressOf } from "../../entries/entryNames";
import { FieldWords } from "../../entries/fieldWords";
import { ButtonLink } from "../../start/components/button";
import { isolated } from "../../start/isolate";
import { useCaseValue, useOpened } from "../../start/useCase";
import { brief } from "../../text/excerpt";
import { settled } from "../../text/settled";
import { doctorName } from "../doctors/factText";
import { reachOf } from "./visitLinks";

const t = messagesFrom(visitWords);
const MeetingField = fieldsOf(visitEntries, visitsWords, "visits");
const words = new FieldWords(visitEntries, visitWords, "visit");
export const VisitField = fieldsOf(visitEntries, visitWords, "visit");

type Props = { visit: Visit };

export function FieldsOfVisit({ visit, isNew }: Props & { isNew: boolean }) {
  const opened = useOpened();
  return (
    <>
      <MeetingField of={visit} name="who" comesFirst={isNew} />
      <MeetingField of={visit} name="when" />
      <MeetingField of={visit} name="where" />
      <Reach {...reachOf(opened.doc, visit)} />
      <Fold
        heading={t("visit.details")}
        detail={settled(visit.part, (part) => words.text("part", part))}
        isOpen={[visit.part, visit.companion, visit.doctor].some(({ others }) => others.length > 0)}
      >
        <VisitField of={visit} name="part" as="picker" />
        {isAnother(visit) && <ChosenHere visit={visit} />}
        <VisitField of={visit} name="companion" />
        <DoctorSelect visit={visit} />
      </Fold>
    </>
  );
}

/** If the doctor has an entry, the choice is stored there, wherever the person tapped. */
function ChosenHere({ visit }: Props) {
  const { doc, writer } = useOpened();
  const sheet = doctorEntries.find(doc, visit.doctor.value);
  const choose = (chosen: Chosen) =>
    sheet ? doctorEntries.set(doc, writer, sheet.id, { chosen }) : visitEntries.set(doc, writer, visit.id, { chosen });
  return <ChosenDoctor field={sheet ? sheet.chosen : visit.chosen} onChoose={choose} />;
}

/** Renders nothing while there are no doctors to choose from. */
function DoctorSelect({ visit }: Props) {
  const all = useCaseValue(doctors);
  const chosen = all.find(({ id }) => id === visit.doctor.value);
  if (all.length === 0) return null;
  const among = [
    { value: "", label: t("visit.doctorNone") },
    ...all.map((one) => ({ value: one.id, label: isolated(brief(doctorName(one))) })),
  ];
  return (
    <>
      <VisitField of={visit} name="doctor" as="picker" among={among} />
      {chosen && (
        <ButtonLink look="plain" icon={UserSearch} href={addressOf("doctors", chosen.id)}>
          {t("visit.aboutDoctor", { name: isolated(brief(doctorName(chosen))) })}
        </ButtonLink>
      )}
    </>
  );
}
