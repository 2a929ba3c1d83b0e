// The parts of a doctor's form. Each says why it is asked and links to the guide card with more about it. "Not known
// yet" is an answer that can be restored at any time; nothing is filled in for the person.
import { BookOpen } from "lucide-preact";
import { type Doctor, doctorEntries } from "../../../domain/doctors/doctors";
import { type KeyOf, messagesFrom } from "../../../i18n";
import doctorsWords from "../../../i18n/en/doctors.json";
import { fieldsOf } from "../../components/fields";
import type { Named } from "../../entries/fieldWords";
import { ButtonLink } from "../../start/components/button";
import { RegisterOfCountry } from "./registerOfCountry";
import "./detailGroups.css";

const t = messagesFrom(doctorsWords);
export const Field = fieldsOf(doctorEntries, doctorsWords, "doctors");

type Key = KeyOf<typeof doctorsWords>;
type Name = Named<typeof doctorEntries.parts, Key, "doctors">;
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
        <section key={heading} class="stack detail-group">
          <h2>{t(heading)}</h2>
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
        </section>
      ))}
    </>
  );
}
