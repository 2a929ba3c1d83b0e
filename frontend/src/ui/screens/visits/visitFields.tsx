// What is written down of a visit: with whom, when, where, for which opinion, and who comes along.
import { UserSearch } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import { doctorEntries, doctors } from "../../../domain/doctors/doctors";
import { isAnother } from "../../../domain/visits/visitFacts";
import { setVisit, type Visit, type VisitFields, type VisitPart, visitParts } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import visitsWords from "../../../i18n/en/visits.json";
import { ChosenDoctor } from "../../components/chosenDoctor";
import { ConflictField } from "../../components/conflictField";
import { Reach } from "../../components/reach";
import { RegisterDate, RegisterField } from "../../components/registerField";
import { Select } from "../../components/select";
import { addressOf } from "../../entries/entryNames";
import { ButtonLink } from "../../start/components/button";
import { isolated } from "../../start/isolate";
import { useCaseValue } from "../../start/useCase";
import { brief } from "../../text/brief";
import { doctorName } from "../doctors/factText";
import { reachOf } from "./reachOf";

const t = messagesFrom(visitWords, visitsWords);

type Props = { opened: OpenCase; visit: Visit };

export function FieldsOfVisit({ opened, visit, isNew }: Props & { isNew: boolean }) {
  const write = (fields: Partial<VisitFields>) => setVisit(opened.doc, opened.writer, visit.id, fields);
  return (
    <>
      <RegisterField
        label={t("visits.who")}
        hint={t("visits.whoHint")}
        field={visit.who}
        onWrite={(who) => write({ who })}
        autoFocus={isNew}
      />
      <RegisterDate label={t("visits.when")} field={visit.when} onWrite={(when) => write({ when })} withTime />
      <RegisterField
        label={t("visits.where")}
        hint={t("visits.whereHint")}
        field={visit.where}
        onWrite={(where) => write({ where })}
      />
      <Reach {...reachOf(opened.doc, visit)} />
      <Part part={visit.part} onChoose={(part) => write({ part })} />
      {isAnother(visit) && <ChosenHere opened={opened} visit={visit} />}
      <CompanionField opened={opened} visit={visit} />
      <DoctorSelect opened={opened} visit={visit} />
    </>
  );
}

/** A doctor with a sheet is chosen there, wherever the tap was. */
function ChosenHere({ opened: { doc, writer }, visit }: Props) {
  const sheet = doctorEntries.find(doc, visit.doctor.value);
  return (
    <ChosenDoctor
      field={sheet ? sheet.chosen : visit.chosen}
      onChoose={(chosen) =>
        sheet ? doctorEntries.set(doc, writer, sheet.id, { chosen }) : setVisit(doc, writer, visit.id, { chosen })
      }
    />
  );
}

export function CompanionField({ opened, visit }: Props) {
  return (
    <RegisterField
      label={t("visit.companion")}
      hint={t("visit.companionHint")}
      field={visit.companion}
      onWrite={(companion) => setVisit(opened.doc, opened.writer, visit.id, { companion })}
    />
  );
}

function Part({ part, onChoose }: { part: Visit["part"]; onChoose: (part: VisitPart) => void }) {
  const options = (["", ...visitParts] as const).map((value) => ({ value, label: partText(value) }));
  return (
    <>
      <Select<VisitPart> label={t("visit.part")} options={options} value={part.value} onChoose={onChoose} />
      <ConflictField label={t("visit.part")} field={part} show={partText} onChoose={onChoose} />
    </>
  );
}

function partText(part: VisitPart): string {
  return part === "" ? t("visit.partNone") : t(`visit.parts.${part}`);
}

/** Nothing at all while there are no sheets to choose from. */
function DoctorSelect({ opened, visit }: Props) {
  const all = useCaseValue(opened, doctors);
  const { value } = visit.doctor;
  const chosen = all.find(({ id }) => id === value);
  if (all.length === 0) return null;
  const options = [
    { value: "", label: t("visit.doctorNone") },
    ...all.map((one) => ({ value: one.id, label: isolated(brief(doctorName(one))) })),
  ];
  const choose = (doctor: string) => setVisit(opened.doc, opened.writer, visit.id, { doctor });
  const nameOf = (id: string) => options.find((option) => option.value === id)?.label ?? t("visit.doctorNone");
  return (
    <>
      <Select label={t("visit.doctor")} options={options} value={chosen ? value : ""} onChoose={choose} />
      <ConflictField label={t("visit.doctor")} field={visit.doctor} show={nameOf} onChoose={choose} />
      {chosen && (
        <ButtonLink look="plain" icon={UserSearch} href={addressOf("doctors", chosen.id)}>
          {t("visit.aboutDoctor", { name: isolated(brief(doctorName(chosen))) })}
        </ButtonLink>
      )}
    </>
  );
}
