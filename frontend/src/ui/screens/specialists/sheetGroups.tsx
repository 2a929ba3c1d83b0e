// The parts of a doctor's sheet. Each one says why it is asked and leads to the card of the guide that says more.
// "Not known yet" is an answer that can be given back; nothing is filled in for anybody.
import { BookOpen } from "lucide-preact";
import type { ComponentChildren } from "preact";
import {
  type Specialist,
  type SpecialistFields,
  type Suggester,
  suggesters,
  type YesNo,
} from "../../../domain/specialists";
import { messagesFrom } from "../../../i18n";
import specialistsWords from "../../../i18n/en/specialists.json";
import { Choice } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { Reach } from "../../components/reach";
import { RegisterDate, RegisterField } from "../../components/registerField";
import { Select } from "../../components/select";
import { ButtonLink } from "../../start/components/button";
import { suggesterText, yesNoText } from "./factText";
import { RegisterOfCountry } from "./registerOfCountry";
import "./sheet.css";

const t = messagesFrom(specialistsWords);

type Props = { specialist: Specialist; write: (fields: Partial<SpecialistFields>) => void };

export function Who({ specialist, write, isNew }: Props & { isNew: boolean }) {
  const { name, place, phone } = specialist;
  return (
    <Group heading={t("specialists.whoGroup")} card="P4" cardTitle={t("specialists.finding")}>
      <RegisterField
        label={t("specialists.name")}
        field={name}
        onWrite={(next) => write({ name: next })}
        autoFocus={isNew}
      />
      <RegisterField
        label={t("specialists.place")}
        hint={t("specialists.placeHint")}
        field={place}
        onWrite={(next) => write({ place: next })}
      />
      <RegisterField label={t("specialists.phone")} field={phone} onWrite={(next) => write({ phone: next })} />
      <Reach phone={phone.value} place={place.value} />
    </Group>
  );
}

export function Illness({ specialist, write }: Props) {
  return (
    <Group
      heading={t("specialists.illnessGroup")}
      why={t("specialists.illnessWhy")}
      card="C1"
      cardTitle={t("specialists.illnessCard")}
    >
      <RegisterField
        label={t("specialists.field")}
        hint={t("specialists.fieldHint")}
        field={specialist.field}
        onWrite={(field) => write({ field })}
      />
      <RegisterField
        label={t("specialists.experience")}
        hint={t("specialists.experienceHint")}
        field={specialist.experience}
        onWrite={(experience) => write({ experience })}
        isLong
      />
      <RegisterField
        label={t("specialists.experienceCheckedAt")}
        hint={t("specialists.experienceCheckedAtHint")}
        field={specialist.experienceCheckedAt}
        onWrite={(experienceCheckedAt) => write({ experienceCheckedAt })}
      />
    </Group>
  );
}

export function SuggestedBy({ specialist, write }: Props) {
  const options = (["", ...suggesters] as const).map((value) => ({ value, label: suggesterText(value) }));
  const choose = (suggestedBy: Suggester) => write({ suggestedBy });
  return (
    <Group heading={t("specialists.suggestedGroup")} card="C2" cardTitle={t("specialists.suggestedCard")}>
      <Select<Suggester>
        label={t("specialists.suggestedBy")}
        options={options}
        value={specialist.suggestedBy.value}
        onChoose={choose}
      />
      <ConflictField
        label={t("specialists.suggestedBy")}
        field={specialist.suggestedBy}
        show={suggesterText}
        onChoose={choose}
      />
      <RegisterField
        label={t("specialists.suggestedByWhom")}
        field={specialist.suggestedByWhom}
        onWrite={(suggestedByWhom) => write({ suggestedByWhom })}
      />
    </Group>
  );
}

export function Papers({ specialist, write }: Props) {
  return (
    <Group heading={t("specialists.papersGroup")} card="C3" cardTitle={t("specialists.papersCard")}>
      <RegisterOfCountry />
      <YesNoField
        label={t("specialists.credentials")}
        field={specialist.credentials}
        onChoose={(credentials) => write({ credentials })}
      />
      <RegisterField
        label={t("specialists.credentialsCheckedAt")}
        hint={t("specialists.credentialsCheckedAtHint")}
        field={specialist.credentialsCheckedAt}
        onWrite={(credentialsCheckedAt) => write({ credentialsCheckedAt })}
      />
      <RegisterDate
        label={t("specialists.credentialsCheckedOn")}
        field={specialist.credentialsCheckedOn}
        onWrite={(credentialsCheckedOn) => write({ credentialsCheckedOn })}
      />
      <RegisterField
        label={t("specialists.affiliation")}
        field={specialist.affiliation}
        onWrite={(affiliation) => write({ affiliation })}
      />
    </Group>
  );
}

export function Teaching({ specialist, write }: Props) {
  return (
    <Group
      heading={t("specialists.teachingGroup")}
      why={t("specialists.teachingWhy")}
      card="C4"
      cardTitle={t("specialists.teachingCard")}
    >
      <YesNoField
        label={t("specialists.academic")}
        field={specialist.academic}
        onChoose={(academic) => write({ academic })}
      />
      <YesNoField
        label={t("specialists.research")}
        field={specialist.research}
        onChoose={(research) => write({ research })}
      />
    </Group>
  );
}

export function Apart({ specialist, write }: Props) {
  return (
    <Group heading={t("specialists.apartGroup")} why={t("specialists.independentHint")}>
      <YesNoField
        label={t("specialists.independent")}
        field={specialist.independent}
        onChoose={(independent) => write({ independent })}
      />
    </Group>
  );
}

export function WaitAndCost({ specialist, write }: Props) {
  return (
    <Group heading={t("specialists.waitGroup")}>
      <RegisterField
        label={t("specialists.wait")}
        hint={t("specialists.waitHint")}
        field={specialist.wait}
        onWrite={(wait) => write({ wait })}
      />
      <RegisterField label={t("specialists.cost")} field={specialist.cost} onWrite={(cost) => write({ cost })} />
    </Group>
  );
}

type YesNoProps = { label: string; field: Specialist["credentials"]; onChoose: (value: YesNo) => void };

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
          {t("specialists.read", { title: cardTitle })}
        </ButtonLink>
      )}
    </section>
  );
}
