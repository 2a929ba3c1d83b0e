// One opinion: who, when, at which visit, and the nine parts in the patient's words. Another doctor's opinion comes
// with the task to discuss it with the first one.
import type { OpenCase } from "../../../cases/documents/book";
import {
  type Opinion,
  type OpinionFields,
  opinionEntries,
  opinionRows,
  opinions,
} from "../../../domain/opinions/opinionEntries";
import { isFirstDoctors } from "../../../domain/opinions/opinions";
import { isWithFirst, visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import opinionsWords from "../../../i18n/en/opinions.json";
import { Choice } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { fieldsOf } from "../../components/fields";
import { VisitSelect } from "../../components/visitSelect";
import { DeleteEntry } from "../../entries/entryEnd";
import { EntryPage } from "../../entries/entryPage";
import { ButtonLink } from "../../start/components/button";
import type { Params } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { DiscussCard } from "./discussCard";
import { FromVisit } from "./fromVisit";

const t = messagesFrom(opinionsWords);
const Field = fieldsOf(opinionEntries, opinionsWords, "opinions");
const RowField = fieldsOf(opinionEntries, opinionsWords, "opinions.rows");

type Props = { opinion: Opinion };

export function OpinionPage({ params }: { params: Params }) {
  return (
    <EntryPage of={opinionEntries} id={params.id ?? ""} title={t("opinions.one")} up="/case/opinions" wide>
      {(opinion) => <OpinionForm opinion={opinion} />}
    </EntryPage>
  );
}

function OpinionForm({ opinion }: Props) {
  const { doc } = useOpened();
  return (
    <div class="columns">
      <div class="stack">
        <Whose opinion={opinion} />
        <p>{opinion.drawn.length > 0 ? t("opinions.drafted") : t("opinions.inYourWords")}</p>
        {opinionRows.map((row) => (
          <RowField key={row} of={opinion} name={row} hint={t(`opinions.hints.${row}`)} rows={2} />
        ))}
        <Field of={opinion} name="more" rows={2} />
        <FromVisit opinion={opinion} />
      </div>
      <div class="stack">
        <DiscussCard opinion={opinion} />
        {opinions(doc).length > 1 && (
          <ButtonLink look="quiet" href="/case/compare">
            {t("opinions.compare")}
          </ButtonLink>
        )}
        <DeleteEntry />
      </div>
    </div>
  );
}

function Whose({ opinion }: Props) {
  const opened = useOpened();
  const write = (fields: Partial<OpinionFields>) => opinionEntries.set(opened.doc, opened.writer, opinion.id, fields);
  const visit = opinion.visit;
  return (
    <>
      <Field of={opinion} name="who" comesFirst={opinionEntries.isBlank(opinion)} />
      <Field of={opinion} name="on" />
      <VisitSelect
        field={{ value: visit.value || null, others: visit.others.map((other) => other || null) }}
        onChoose={(chosen) => write(fieldsForVisit(opened, opinion, chosen))}
      />
      <WhoseChoice opinion={opinion} write={write} />
    </>
  );
}

function WhoseChoice({ opinion, write }: Props & { write: (fields: Partial<OpinionFields>) => void }) {
  const { doc } = useOpened();
  const nameOf = (whose: OpinionFields["whose"]) => t(`opinions.whoseValues.${whose === "first" ? "first" : "later"}`);
  const options = (["first", "later"] as const).map((value) => ({ value, label: nameOf(value) }));
  const choose = (whose: OpinionFields["whose"]) => write({ whose });
  return (
    <>
      <Choice
        legend={t("opinions.whose")}
        options={options}
        value={isFirstDoctors(doc, opinion) ? "first" : "later"}
        onChoose={choose}
        compact
      />
      <ConflictField label={t("opinions.whose")} field={opinion.whose} show={nameOf} onChoose={choose} />
    </>
  );
}

/** The visit says who spoke, when, and which doctor it was; what the patient has written already stays. */
function fieldsForVisit({ doc }: OpenCase, opinion: Opinion, chosen: string | null): Partial<OpinionFields> {
  const visit = visits(doc).find((one) => one.id === chosen);
  if (visit === undefined) return { visit: "" };
  const part = visit.part.value;
  return {
    visit: visit.id,
    ...(opinion.who.value.trim() === "" && { who: visit.who.value }),
    ...(opinion.on.value === "" && { on: visit.when.value.slice(0, 10) }),
    ...(isWithFirst(visit) && { whose: "first" }),
    ...((part === "second" || part === "further") && { whose: "later" }),
  };
}
