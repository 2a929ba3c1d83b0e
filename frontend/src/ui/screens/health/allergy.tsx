// One allergy: to what, what happened, and when. How bad it is, is for a doctor to say.
import type { OpenCase } from "../../../cases/book";
import { type AllergyFields, allergyEntries, setNone } from "../../../domain/health";
import { messagesFrom } from "../../../i18n";
import healthWords from "../../../i18n/en/health.json";
import { CaseScreen } from "../../components/caseScreen";
import { DeleteEntry, EntryGone } from "../../components/entryEnd";
import { RegisterField } from "../../components/registerField";
import type { Places } from "../../start/route";
import { useEntry, useNothingLeftBehind } from "../../useEntry";

const t = messagesFrom(healthWords);

export function AllergyPage({ places }: { places: Places }) {
  return (
    <CaseScreen title={t("allergies.one")} back="/case/health">
      {(opened) => <AllergyForm opened={opened} id={places.id ?? ""} />}
    </CaseScreen>
  );
}

function AllergyForm({ opened, id }: { opened: OpenCase; id: string }) {
  const allergy = useEntry(opened, allergyEntries.list, id);
  useNothingLeftBehind(opened, "allergies", id, (doc) => allergyEntries.holdsWords(doc, id));
  if (allergy === null) return <EntryGone opened={opened} kind="allergies" id={id} />;
  const write = (fields: Partial<AllergyFields>) => {
    // The first word takes an earlier "I have none" back; an entry left empty does not.
    if (!allergyEntries.holdsWords(opened.doc, id)) setNone(opened.doc, opened.writer, "allergies", false);
    allergyEntries.set(opened.doc, opened.writer, id, fields);
  };
  return (
    <div class="stack">
      <RegisterField
        label={t("allergies.to")}
        hint={t("allergies.toHint")}
        field={allergy.to}
        onWrite={(to) => write({ to })}
        autoFocus={allergy.to.value === ""}
      />
      <RegisterField
        label={t("allergies.reaction")}
        hint={t("allergies.reactionHint")}
        field={allergy.reaction}
        onWrite={(reaction) => write({ reaction })}
      />
      <RegisterField
        label={t("allergies.since")}
        hint={t("allergies.sinceHint")}
        field={allergy.since}
        onWrite={(since) => write({ since })}
      />
      <DeleteEntry opened={opened} kind="allergies" id={id} up="/case/health" />
    </div>
  );
}
