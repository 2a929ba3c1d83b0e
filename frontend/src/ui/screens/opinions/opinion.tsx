// One opinion, to read; and its form: who, when, at which visit, and the nine parts in the patient's words. Another
// doctor's opinion comes with the task to discuss it with the first one.
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
import type { FactWords } from "../../components/facts";
import { fieldsOf } from "../../components/fields";
import { Fold } from "../../components/fold";
import { VisitSelect } from "../../components/visitSelect";
import { DeleteEntry } from "../../entries/entryEnd";
import { EntryPage } from "../../entries/entryPage";
import { FieldWords } from "../../entries/fieldWords";
import { doctorOfOpinion } from "../../entries/opinionNames";
import { ButtonLink } from "../../start/components/button";
import type { Params } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { DiscussCard } from "./discussCard";
import { useDiscussTask } from "./discussing";
import { FromVisit } from "./fromVisit";

const t = messagesFrom(opinionsWords);
const Field = fieldsOf(opinionEntries, opinionsWords, "opinions");
const RowField = fieldsOf(opinionEntries, opinionsWords, "opinions.rows");
const own = new FieldWords(opinionEntries, opinionsWords, "opinions");
const rows = new FieldWords(opinionEntries, opinionsWords, "opinions.rows");
const opinionSaid: FactWords<typeof opinionEntries.parts> = {
  ...own,
  fact: (name) => rows.fact(name) ?? own.fact(name),
};

type Props = { opinion: Opinion };

export function OpinionPage({ params }: { params: Params }) {
  return (
    <EntryPage
      of={opinionEntries}
      id={params.id ?? ""}
      title={t("opinions.one")}
      up="/case/opinions"
      wide
      page={(opinion, doc) => ({
        words: opinionSaid,
        name: doctorOfOpinion(doc, opinion),
        without: ["who"],
        below: (
          <>
            <DiscussCard opinion={opinion} />
            <ToCompare />
          </>
        ),
      })}
    >
      {(opinion) => <OpinionForm opinion={opinion} />}
    </EntryPage>
  );
}

function ToCompare() {
  const { doc } = useOpened();
  if (opinions(doc).length < 2) return null;
  return (
    <ButtonLink look="quiet" href="/case/compare">
      {t("opinions.compare")}
    </ButtonLink>
  );
}

function OpinionForm({ opinion }: Props) {
  useDiscussTask(useOpened(), opinion);
  return (
    <div class="columns">
      <div class="stack">
        <Whose opinion={opinion} />
      </div>
      <div class="stack">
        <p>{opinion.drawn.length > 0 ? t("opinions.drafted") : t("opinions.inYourWords")}</p>
        {opinionRows.map((row) => (
          <Fold key={row} heading={t(`opinions.rows.${row}`)} detail={opinion[row]} isForTyping>
            <RowField of={opinion} name={row} hint={t(`opinions.hints.${row}`)} rows={4} quietLabel />
          </Fold>
        ))}
        <Fold heading={t("opinions.more")} detail={opinion.more} isForTyping>
          <Field of={opinion} name="more" rows={4} quietLabel />
        </Fold>
        <FromVisit opinion={opinion} />
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
