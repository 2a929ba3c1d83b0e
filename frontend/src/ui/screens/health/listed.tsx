// The page of one medicine, illness or allergy, with a few fields each. How severe an allergy is, is for a doctor to
// say.
import type { ComponentChildren } from "preact";
import type { Kind, Read } from "../../../domain/case/defineKind";
import type { Shape } from "../../../domain/case/fields";
import { allergyEntries, conditionEntries } from "../../../domain/health/health";
import { medicineEntries } from "../../../domain/health/medicines";
import { type KeyOf, messagesFrom } from "../../../i18n";
import healthWords from "../../../i18n/en/health.json";
import medicinesWords from "../../../i18n/en/medicines.json";
import { fieldsOf } from "../../components/fields";
import { DeleteEntry } from "../../entries/entryEnd";
import { EntryPage } from "../../entries/entryPage";
import type { Named } from "../../entries/fieldWords";
import type { Params } from "../../start/router";
import { MedicineBy } from "./medicineBy";

const t = messagesFrom(healthWords, medicinesWords);

type PageOf<S extends Shape, W extends object, G extends string> = {
  of: Kind<S>;
  words: W;
  group: G;
  title: KeyOf<typeof healthWords | typeof medicinesWords>;
  up: string;
  /** In the order of the page; in a new entry the first one gets the focus. */
  fields: readonly Named<S, KeyOf<W>, G>[];
  below?: (entry: Read<S>) => ComponentChildren;
};

export const ConditionPage = pageOf({
  of: conditionEntries,
  words: healthWords,
  group: "conditions",
  title: "conditions.one",
  up: "/case/health",
  fields: ["name", "since", "status"],
});

export const AllergyPage = pageOf({
  of: allergyEntries,
  words: healthWords,
  group: "allergies",
  title: "allergies.one",
  up: "/case/health",
  fields: ["to", "reaction", "since"],
});

export const MedicinePage = pageOf({
  of: medicineEntries,
  words: medicinesWords,
  group: "medicines",
  title: "medicines.one",
  up: "/case/medicines",
  fields: ["name", "dose", "howOften", "whatFor", "since", "stoppedOn"],
  below: (medicine) => (
    <>
      <p class="quiet">{t("medicines.doNotChange")}</p>
      <MedicineBy medicine={medicine} />
    </>
  ),
});

function pageOf<S extends Shape, W extends object, const G extends string>(page: PageOf<S, W, G>) {
  const { of, words, group, title, up, fields, below } = page;
  const Field = fieldsOf(of, words, group);
  return function ListedPage({ params }: { params: Params }) {
    return (
      <EntryPage of={of} id={params.id ?? ""} title={t(title)} up={up}>
        {(entry) => (
          <div class="stack">
            {fields.map((name, at) => (
              <Field key={name} of={entry} name={name} comesFirst={at === 0} />
            ))}
            {below?.(entry)}
            <DeleteEntry />
          </div>
        )}
      </EntryPage>
    );
  };
}
