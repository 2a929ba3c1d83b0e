// The parts of a doctor's form. Each says why it is asked and links to the guide card with more about it. "Not known
// yet" is an answer that can be restored at any time; nothing is filled in for the person.
import { BookOpen } from "lucide-preact";
import { type Doctor, doctorEntries } from "../../../domain/doctors/doctors";
import { type KeyOf, messagesFrom } from "../../../i18n";
import doctorsWords from "../../../i18n/en/doctors.json";
import { factSaid } from "../../components/facts";
import { fieldsOf } from "../../components/fields";
import { Fold } from "../../components/fold";
import type { Named } from "../../entries/fieldWords";
import { ButtonLink } from "../../start/components/button";
import { said } from "./factText";
import { RegisterOfCountry } from "./registerOfCountry";
import "./detailGroups.css";

const t = messagesFrom(doctorsWords);
export const Field = fieldsOf(doctorEntries, doctorsWords, "doctors");

type Key = KeyOf<typeof doctorsWords>;
type Parts = typeof doctorEntries.parts;
type Name = Named<Parts, Key, "doctors">;
type Group = { heading: Key; why?: Key; card?: string; title?: Key; fields: readonly Name[] };

export const whoAndHow: readonly Group[] = [
  { heading: "doctors.whoGroup", card: "P4", title: "doctors.finding", fields: ["name", "place", "phone"] },
  {
    heading: "doctors.illnessGroup",
    why: "doctors.illnessWhy",
    card: "C1",
    title: "doctors.illnessCard",
    fields: ["field", "experience", "experienceCheckedAt"],
  },
  {
    heading: "doctors.suggestedGroup",
    card: "C2",
    title: "doctors.suggestedCard",
    fields: ["suggestedBy", "suggestedByWhom"],
  },
];
export const checks: readonly Group[] = [
  {
    heading: "doctors.papersGroup",
    card: "C3",
    title: "doctors.papersCard",
    fields: ["credentials", "credentialsCheckedAt", "credentialsCheckedOn", "affiliation"],
  },
  {
    heading: "doctors.teachingGroup",
    why: "doctors.teachingWhy",
    card: "C4",
    title: "doctors.teachingCard",
    fields: ["academic", "research"],
  },
  { heading: "doctors.apartGroup", why: "doctors.independentHint", fields: ["independent"] },
  { heading: "doctors.waitGroup", fields: ["wait", "cost"] },
];

export function Groups({ of, doctor }: { of: readonly Group[]; doctor: Doctor }) {
  return (
    <>
      {of.map(({ heading, why, card, title, fields }) => (
        <Fold
          key={heading}
          heading={t(heading)}
          detail={known(doctor, fields)}
          isOpen={heading === "doctors.whoGroup" || fields.some((name) => isDisputed(doctor, name))}
        >
          {why && <p class="quiet">{t(why)}</p>}
          {card === "C3" && <RegisterOfCountry />}
          {fields.map((name) => (
            <Field
              key={name}
              of={doctor}
              name={name}
              comesFirst={name === "name" && doctorEntries.isBlank(doctor)}
              as={name === "suggestedBy" ? "picker" : "compact"}
              rows={name === "experience" ? 3 : undefined}
              canBeOpen
            />
          ))}
          {card && title && (
            <ButtonLink look="plain" icon={BookOpen} href={`/guide/card/${card}`}>
              {t("doctors.read", { title: t(title) })}
            </ButtonLink>
          )}
        </Fold>
      ))}
    </>
  );
}

function known(doctor: Doctor, fields: readonly Name[]): string {
  return fields
    .map((name) => factSaid<Parts>(said, name, doctorEntries.heldIn(doctor, name)))
    .filter(Boolean)
    .join(" · ");
}

function isDisputed(doctor: Doctor, name: Name): boolean {
  const field = doctor[name];
  return typeof field !== "string" && field.others.length > 0;
}
