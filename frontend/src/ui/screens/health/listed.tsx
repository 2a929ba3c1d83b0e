// The page of one medicine, illness or allergy, and its form, with a few fields each. How severe an allergy is, is for a
// doctor to say.
import type { ComponentChildren } from "preact";
import type { Kind, Read } from "../../../domain/case/defineKind";
import type { Field } from "../../../domain/case/document";
import type { Shape } from "../../../domain/case/fields";
import { allergyEntries, conditionEntries } from "../../../domain/health/health";
import { medicineEntries } from "../../../domain/health/medicines";
import { type KeyOf, messagesFrom } from "../../../i18n";
import healthWords from "../../../i18n/en/health.json";
import medicinesWords from "../../../i18n/en/medicines.json";
import { fieldsOf } from "../../components/fields";
import { DeleteEntry } from "../../entries/entryEnd";
import { EntryPage } from "../../entries/entryPage";
import { FieldWords, type Named } from "../../entries/fieldWords";
import type { Params } from "../../start/router";
import { settled } from "../../text/settled";
import { MedicineBy } from "./medicineBy";

const t = messagesFrom(healthWords, medicinesWords);

type PageOf<S extends Shape, W extends object, G extends string> = {
  of: Kind<S>;
  words: W;
  group: G;
  title: KeyOf<typeof healthWords | typeof medicinesWords>;
  up: string;
  /** The first one names the entry; in a new entry it gets the focus. */
  fields: readonly Named<S, KeyOf<W>, G>[];
  nameOf: (entry: Read<S>) => Field;
  below?: (entry: Read<S>) => ComponentChildren;
};

export const ConditionPage = pageOf({
  of: conditionEntries,
  words: healthWords,
  group: "conditions",
  nameOf: ({ name }) => name,
  title: "conditions.one",
  up: "/case/health",
  fields: ["name", "since", "status"],
});

export const AllergyPage = pageOf({
  of: allergyEntries,
  words: healthWords,
  group: "allergies",
  nameOf: ({ to }) => to,
  title: "allergies.one",
  up: "/case/health",
  fields: ["to", "reaction", "since"],
});

export const MedicinePage = pageOf({
  of: medicineEntries,
  words: medicinesWords,
  group: "medicines",
  nameOf: ({ name }) => name,
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
  const { of, words, group, title, up, fields, nameOf, below } = page;
  const Field = fieldsOf(of, words, group);
  const said = new FieldWords(of, words, group);
  return function ListedPage({ params }: { params: Params }) {
    return (
      <EntryPage
        of={of}
        id={params.id ?? ""}
        title={t(title)}
        up={up}
        page={(entry) => ({
          words: said,
          name: settled(nameOf(entry)),
          without: fields.slice(0, 1),
          below: below?.(entry),
          showAt: "/case/show",
        })}
      >
        {(entry) => (
          <div class="stack">
            {fields.map((name, at) => (
              <Field key={name} of={entry} name={name} comesFirst={at === 0} />
            ))}
            <DeleteEntry />
          </div>
        )}
      </EntryPage>
    );
  };
}
