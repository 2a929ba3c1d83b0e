// Who entered a medicine and who last changed its dose: on its own page, and in the list where that is another person.

import { tracesOf, tracesOfDose } from "../../../domain/changes/traces";
import type { Medicine } from "../../../domain/health/medicines";
import { messagesFrom } from "../../../i18n";
import { dayText, timeText } from "../../../i18n/dates";
import authorWords from "../../../i18n/en/author.json";
import { type Author, authorText, type Claimed, useAuthor, useAuthors } from "../../entries/useAuthor";

const t = messagesFrom(authorWords);

export function MedicineBy({ medicine }: { medicine: Medicine }) {
  const [by, dose] = useMedicineBy(medicine);
  const written = t("author.written", { date: dayText(medicine.writtenAt), time: timeText(medicine.writtenAt) });
  return (
    <p class="quiet">
      {written} · {authorText(by)}
      {medicine.doseBy.length > 0 && <> · {doseText(dose)}</>}
    </p>
  );
}

/** Renders nothing where everything was written by the person themselves. */
export function ByOthers({ medicine }: { medicine: Medicine }) {
  const [by, dose] = useMedicineBy(medicine);
  const parts = [
    by.isMe ? "" : t("author.by", { who: authorText(by) }),
    dose.every(({ isMe }) => isMe) || dose.map(authorText).join() === authorText(by) ? "" : doseText(dose),
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <>
      <br />
      {parts.join(" · ")}
    </>
  );
}

function useMedicineBy(medicine: Medicine): [by: Author, dose: Author[]] {
  const by = useAuthor(medicine.author, (doc) => tracesOf(doc, "medicines", medicine.id));
  return [by, useAuthors(() => dosedBy(medicine))];
}

/** While no change is recorded, the dose was set by whoever entered the medicine. */
export function dosedBy(medicine: Medicine): Claimed[] {
  const authors = medicine.doseBy.length > 0 ? medicine.doseBy : [medicine.author];
  return authors.map((author) => [author, (doc) => tracesOfDose(doc, medicine, author)]);
}

function doseText(dose: Author[]): string {
  return t("author.dose", { who: dose.map(authorText).join(", ") });
}
