// The parts of a doctor's page. Each says why it is asked and links to the guide card with more about it. "Not known
// yet" is an answer that can be restored at any time; nothing is filled in for the person.
import { BookOpen } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { type Doctor, doctorEntries } from "../../../domain/doctors/doctors";
import { messagesFrom } from "../../../i18n";
import doctorsWords from "../../../i18n/en/doctors.json";
import { fieldsOf } from "../../components/fields";
import { Reach } from "../../components/reach";
import { ButtonLink } from "../../start/components/button";
import { RegisterOfCountry } from "./registerOfCountry";
import "./detailGroups.css";

const t = messagesFrom(doctorsWords);
export const Field = fieldsOf(doctorEntries, doctorsWords, "doctors");

type Props = { doctor: Doctor };

export function Who({ doctor }: Props) {
  return (
    <Group heading={t("doctors.whoGroup")} card="P4" cardTitle={t("doctors.finding")}>
      <Field of={doctor} name="name" comesFirst={doctorEntries.isBlank(doctor)} />
      <Field of={doctor} name="place" />
      <Field of={doctor} name="phone" />
      <Reach phone={doctor.phone.value} place={doctor.place.value} />
    </Group>
  );
}

export function Illness({ doctor }: Props) {
  return (
    <Group
      heading={t("doctors.illnessGroup")}
      why={t("doctors.illnessWhy")}
      card="C1"
      cardTitle={t("doctors.illnessCard")}
    >
      <Field of={doctor} name="field" />
      <Field of={doctor} name="experience" rows={3} />
      <Field of={doctor} name="experienceCheckedAt" />
    </Group>
  );
}

export function SuggestedBy({ doctor }: Props) {
  return (
    <Group heading={t("doctors.suggestedGroup")} card="C2" cardTitle={t("doctors.suggestedCard")}>
      <Field of={doctor} name="suggestedBy" as="picker" />
      <Field of={doctor} name="suggestedByWhom" />
    </Group>
  );
}

export function Papers({ doctor }: Props) {
  return (
    <Group heading={t("doctors.papersGroup")} card="C3" cardTitle={t("doctors.papersCard")}>
      <RegisterOfCountry />
      <Field of={doctor} name="credentials" as="compact" canBeOpen />
      <Field of={doctor} name="credentialsCheckedAt" />
      <Field of={doctor} name="credentialsCheckedOn" />
      <Field of={doctor} name="affiliation" />
    </Group>
  );
}

export function Teaching({ doctor }: Props) {
  return (
    <Group
      heading={t("doctors.teachingGroup")}
      why={t("doctors.teachingWhy")}
      card="C4"
      cardTitle={t("doctors.teachingCard")}
    >
      <Field of={doctor} name="academic" as="compact" canBeOpen />
      <Field of={doctor} name="research" as="compact" canBeOpen />
    </Group>
  );
}

export function Apart({ doctor }: Props) {
  return (
    <Group heading={t("doctors.apartGroup")} why={t("doctors.independentHint")}>
      <Field of={doctor} name="independent" as="compact" canBeOpen />
    </Group>
  );
}

export function WaitAndCost({ doctor }: Props) {
  return (
    <Group heading={t("doctors.waitGroup")}>
      <Field of={doctor} name="wait" />
      <Field of={doctor} name="cost" />
    </Group>
  );
}

type GroupProps = { heading: string; why?: string; card?: string; cardTitle?: string; children: ComponentChildren };

function Group({ heading, why, card, cardTitle = "", children }: GroupProps) {
  return (
    <section class="stack detail-group">
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
