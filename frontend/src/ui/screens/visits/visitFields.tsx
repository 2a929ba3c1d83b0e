// What is written down of a visit: with whom, when, where, for which opinion, and who comes along.
import { UserSearch } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import {
  type Consultation,
  type ConsultationFields,
  type ConsultationPart,
  consultationParts,
  setConsultation,
} from "../../../domain/consultations";
import { specialistEntries, specialists } from "../../../domain/specialists";
import { isAnother } from "../../../domain/visitFacts";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import visitsWords from "../../../i18n/en/visits.json";
import { brief } from "../../brief";
import { ChosenDoctor } from "../../components/chosenDoctor";
import { ConflictField } from "../../components/conflictField";
import { Reach } from "../../components/reach";
import { RegisterDate, RegisterField } from "../../components/registerField";
import { Select } from "../../components/select";
import { addressOf } from "../../entryNames";
import { ButtonLink } from "../../start/components/button";
import { isolated } from "../../start/isolate";
import { useCaseValue } from "../../start/useCase";
import { specialistName } from "../specialists/factText";
import { reachOf } from "./reachOf";

const t = messagesFrom(visitWords, visitsWords);

type Props = { opened: OpenCase; visit: Consultation };

export function VisitFields({ opened, visit, isNew }: Props & { isNew: boolean }) {
  const write = (fields: Partial<ConsultationFields>) => setConsultation(opened.doc, opened.writer, visit.id, fields);
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
      <ChosenSpecialist opened={opened} visit={visit} />
    </>
  );
}

/** A doctor with a sheet is chosen there, wherever the tap was. */
function ChosenHere({ opened: { doc, writer }, visit }: Props) {
  const sheet = specialistEntries.find(doc, visit.specialist.value);
  return (
    <ChosenDoctor
      field={sheet ? sheet.chosen : visit.chosen}
      onChoose={(chosen) =>
        sheet
          ? specialistEntries.set(doc, writer, sheet.id, { chosen })
          : setConsultation(doc, writer, visit.id, { chosen })
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
      onWrite={(companion) => setConsultation(opened.doc, opened.writer, visit.id, { companion })}
    />
  );
}

function Part({ part, onChoose }: { part: Consultation["part"]; onChoose: (part: ConsultationPart) => void }) {
  const options = (["", ...consultationParts] as const).map((value) => ({ value, label: partText(value) }));
  return (
    <>
      <Select<ConsultationPart> label={t("visit.part")} options={options} value={part.value} onChoose={onChoose} />
      <ConflictField label={t("visit.part")} field={part} show={partText} onChoose={onChoose} />
    </>
  );
}

function partText(part: ConsultationPart): string {
  return part === "" ? t("visit.partNone") : t(`visit.parts.${part}`);
}

/** Nothing at all while there are no sheets to choose from. */
function ChosenSpecialist({ opened, visit }: Props) {
  const all = useCaseValue(opened, specialists);
  const { value } = visit.specialist;
  const chosen = all.find(({ id }) => id === value);
  if (all.length === 0) return null;
  const options = [
    { value: "", label: t("visit.specialistNone") },
    ...all.map((one) => ({ value: one.id, label: isolated(brief(specialistName(one))) })),
  ];
  const choose = (specialist: string) => setConsultation(opened.doc, opened.writer, visit.id, { specialist });
  const nameOf = (id: string) => options.find((option) => option.value === id)?.label ?? t("visit.specialistNone");
  return (
    <>
      <Select label={t("visit.specialist")} options={options} value={chosen ? value : ""} onChoose={choose} />
      <ConflictField label={t("visit.specialist")} field={visit.specialist} show={nameOf} onChoose={choose} />
      {chosen && (
        <ButtonLink look="plain" icon={UserSearch} href={addressOf("specialists", chosen.id)}>
          {t("visit.aboutDoctor", { name: isolated(brief(specialistName(chosen))) })}
        </ButtonLink>
      )}
    </>
  );
}
