// The parts of a doctor's sheet. Each one says why it is asked and leads to the card of the guide that says more.
// "Not known yet" is an answer that can be given back; nothing is filled in for anybody.
import { BookOpen } from "lucide-preact";
import type { ComponentChildren } from "preact";
import {
  type Doctor,
  type DoctorFields,
  type Suggester,
  suggesters,
  type YesNo,
} from "../../../domain/doctors/doctors";
import { messagesFrom } from "../../../i18n";
import doctorsWords from "../../../i18n/en/doctors.json";
import { Choice } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { Reach } from "../../components/reach";
import { RegisterDate, RegisterField } from "../../components/registerField";
import { Select } from "../../components/select";
import { ButtonLink } from "../../start/components/button";
import { suggesterText, yesNoText } from "./factText";
import { RegisterOfCountry } from "./registerOfCountry";
import "./sheet.css";

const t = messagesFrom(doctorsWords);

type Props = { doctor: Doctor; write: (fields: Partial<DoctorFields>) => void };

export function Who({ doctor, write, isNew }: Props & { isNew: boolean }) {
  const { name, place, phone } = doctor;
  return (
    <Group heading={t("doctors.whoGroup")} card="P4" cardTitle={t("doctors.finding")}>
      <RegisterField
        label={t("doctors.name")}
        field={name}
        onWrite={(next) => write({ name: next })}
        autoFocus={isNew}
      />
      <RegisterField
        label={t("doctors.place")}
        hint={t("doctors.placeHint")}
        field={place}
        onWrite={(next) => write({ place: next })}
      />
      <RegisterField label={t("doctors.phone")} field={phone} onWrite={(next) => write({ phone: next })} />
      <Reach phone={phone.value} place={place.value} />
    </Group>
  );
}

export function Illness({ doctor, write }: Props) {
  return (
    <Group
      heading={t("doctors.illnessGroup")}
      why={t("doctors.illnessWhy")}
      card="C1"
      cardTitle={t("doctors.illnessCard")}
    >
      <RegisterField
        label={t("doctors.field")}
        hint={t("doctors.fieldHint")}
        field={doctor.field}
        onWrite={(field) => write({ field })}
      />
      <RegisterField
        label={t("doctors.experience")}
        hint={t("doctors.experienceHint")}
        field={doctor.experience}
        onWrite={(experience) => write({ experience })}
        isLong
      />
      <RegisterField
        label={t("doctors.experienceCheckedAt")}
        hint={t("doctors.experienceCheckedAtHint")}
        field={doctor.experienceCheckedAt}
        onWrite={(experienceCheckedAt) => write({ experienceCheckedAt })}
      />
    </Group>
  );
}

export function SuggestedBy({ doctor, write }: Props) {
  const options = (["", ...suggesters] as const).map((value) => ({ value, label: suggesterText(value) }));
  const choose = (suggestedBy: Suggester) => write({ suggestedBy });
  return (
    <Group heading={t("doctors.suggestedGroup")} card="C2" cardTitle={t("doctors.suggestedCard")}>
      <Select<Suggester>
        label={t("doctors.suggestedBy")}
        options={options}
        value={doctor.suggestedBy.value}
        onChoose={choose}
      />
      <ConflictField
        label={t("doctors.suggestedBy")}
        field={doctor.suggestedBy}
        show={suggesterText}
        onChoose={choose}
      />
      <RegisterField
        label={t("doctors.suggestedByWhom")}
        field={doctor.suggestedByWhom}
        onWrite={(suggestedByWhom) => write({ suggestedByWhom })}
      />
    </Group>
  );
}

export function Papers({ doctor, write }: Props) {
  return (
    <Group heading={t("doctors.papersGroup")} card="C3" cardTitle={t("doctors.papersCard")}>
      <RegisterOfCountry />
      <YesNoField
        label={t("doctors.credentials")}
        field={doctor.credentials}
        onChoose={(credentials) => write({ credentials })}
      />
      <RegisterField
        label={t("doctors.credentialsCheckedAt")}
        hint={t("doctors.credentialsCheckedAtHint")}
        field={doctor.credentialsCheckedAt}
        onWrite={(credentialsCheckedAt) => write({ credentialsCheckedAt })}
      />
      <RegisterDate
        label={t("doctors.credentialsCheckedOn")}
        field={doctor.credentialsCheckedOn}
        onWrite={(credentialsCheckedOn) => write({ credentialsCheckedOn })}
      />
      <RegisterField
        label={t("doctors.affiliation")}
        field={doctor.affiliation}
        onWrite={(affiliation) => write({ affiliation })}
      />
    </Group>
  );
}

export function Teaching({ doctor, write }: Props) {
  return (
    <Group
      heading={t("doctors.teachingGroup")}
      why={t("doctors.teachingWhy")}
      card="C4"
      cardTitle={t("doctors.teachingCard")}
    >
      <YesNoField label={t("doctors.academic")} field={doctor.academic} onChoose={(academic) => write({ academic })} />
      <YesNoField label={t("doctors.research")} field={doctor.research} onChoose={(research) => write({ research })} />
    </Group>
  );
}

export function Apart({ doctor, write }: Props) {
  return (
    <Group heading={t("doctors.apartGroup")} why={t("doctors.independentHint")}>
      <YesNoField
        label={t("doctors.independent")}
        field={doctor.independent}
        onChoose={(independent) => write({ independent })}
      />
    </Group>
  );
}

export function WaitAndCost({ doctor, write }: Props) {
  return (
    <Group heading={t("doctors.waitGroup")}>
      <RegisterField
        label={t("doctors.wait")}
        hint={t("doctors.waitHint")}
        field={doctor.wait}
        onWrite={(wait) => write({ wait })}
      />
      <RegisterField label={t("doctors.cost")} field={doctor.cost} onWrite={(cost) => write({ cost })} />
    </Group>
  );
}

type YesNoProps = { label: string; field: Doctor["credentials"]; onChoose: (value: YesNo) => void };

function YesNoField({ label, field, onChoose }: YesNoProps) {
  const options = (["yes", "no", ""] as const).map((value) => ({ value, label: yesNoText(value) }));
  return (
    <>
      <Choice<YesNo> legend={label} options={options} value={field.value} onChoose={onChoose} compact />
      <ConflictField label={label} field={field} show={yesNoText} onChoose={onChoose} />
    </>
  );
}

type GroupProps = { heading: string; why?: string; card?: string; cardTitle?: string; children: ComponentChildren };

function Group({ heading, why, card, cardTitle = "", children }: GroupProps) {
  return (
    <section class="stack sheet-group">
      <h2>{heading}</h2>
      {why && <p class="quiet">{why}</p>}
      {children}
      {card && (
        <ButtonLink look="plain" icon={BookOpen} href={`/guide/card/${card}`}>
          {t("doctors.read", { title: cardTitle })}
        </ButtonLink>
      )}
    </section>
  );
}
