// One opinion: who, when, at which visit, and the nine parts in the patient's words. Another doctor's opinion brings the task
// to talk it over with the first one.
import type { OpenCase } from "../../../cases/book";
import {
  type Opinion,
  type OpinionFields,
  opinionEntries,
  opinionParts,
  opinions,
} from "../../../domain/opinions/opinionEntries";
import { isFirstDoctors } from "../../../domain/opinions/opinions";
import { isWithFirst, visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import opinionsWords from "../../../i18n/en/opinions.json";
import { CaseScreen } from "../../components/caseScreen";
import { Choice } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { RegisterDate, RegisterField } from "../../components/registerField";
import { TextArea } from "../../components/textField";
import { VisitSelect } from "../../components/visitSelect";
import { DeleteEntry, EntryGone } from "../../entries/entryEnd";
import { useNothingLeftBehind } from "../../entries/useEntry";
import { ButtonLink } from "../../start/components/button";
import type { Params } from "../../start/route";
import { DiscussCard } from "./discussCard";
import { FromVisit, placeName } from "./fromVisit";

const t = messagesFrom(opinionsWords);

type Props = { opened: OpenCase; opinion: Opinion };

export function OpinionPage({ params }: { params: Params }) {
  return (
    <CaseScreen title={t("opinions.one")} back="/case/opinions" reachedFromMany wide>
      {(opened) => <OpinionForm opened={opened} id={params.id ?? ""} />}
    </CaseScreen>
  );
}

function OpinionForm({ opened, id }: { opened: OpenCase; id: string }) {
  useNothingLeftBehind("opinions", id, (doc) => opinionEntries.holdsWords(doc, id));
  const opinion = opinionEntries.find(opened.doc, id);
  if (opinion === null) return <EntryGone kind="opinions" id={id} />;
  return (
    <div class="columns">
      <div class="stack">
        <Whose opened={opened} opinion={opinion} />
        <p>{opinion.drawn.length > 0 ? t("opinions.drafted") : t("opinions.inYourWords")}</p>
        <RowTexts opened={opened} opinion={opinion} />
        <FromVisit opened={opened} opinion={opinion} />
      </div>
      <div class="stack">
        <DiscussCard opened={opened} opinion={opinion} />
        {opinions(opened.doc).length > 1 && (
          <ButtonLink look="quiet" href="/case/compare">
            {t("opinions.compare")}
          </ButtonLink>
        )}
        <DeleteEntry kind="opinions" id={id} up="/case/opinions" />
      </div>
    </div>
  );
}

function Whose({ opened, opinion }: Props) {
  const write = (fields: Partial<OpinionFields>) => opinionEntries.set(opened.doc, opened.writer, opinion.id, fields);
  const visit = opinion.visit;
  return (
    <>
      <RegisterField
        label={t("opinions.who")}
        hint={t("opinions.whoHint")}
        field={opinion.who}
        onWrite={(who) => write({ who })}
        autoFocus={!opinionEntries.holdsWords(opened.doc, opinion.id)}
      />
      <RegisterDate label={t("opinions.on")} field={opinion.on} onWrite={(on) => write({ on })} />
      <VisitSelect
        opened={opened}
        field={{ value: visit.value || null, others: visit.others.map((other) => other || null) }}
        onChoose={(chosen) => write(fieldsForVisit(opened, opinion, chosen))}
      />
      <WhoseChoice opened={opened} opinion={opinion} write={write} />
    </>
  );
}

function WhoseChoice({ opened, opinion, write }: Props & { write: (fields: Partial<OpinionFields>) => void }) {
  const nameOf = (whose: OpinionFields["whose"]) => t(`opinions.whoses.${whose === "first" ? "first" : "later"}`);
  const options = (["first", "later"] as const).map((value) => ({ value, label: nameOf(value) }));
  return (
    <>
      <Choice
        legend={t("opinions.whose")}
        options={options}
        value={isFirstDoctors(opened.doc, opinion) ? "first" : "later"}
        onChoose={(whose) => write({ whose })}
        compact
      />
      <ConflictField
        label={t("opinions.whose")}
        field={opinion.whose}
        show={nameOf}
        onChoose={(whose) => write({ whose })}
      />
    </>
  );
}

function RowTexts({ opened, opinion }: Props) {
  const { id } = opinion;
  return (
    <>
      {opinionParts.map((row) => (
        <TextArea
          key={row}
          label={placeName(row)}
          hint={row === "more" ? t("opinions.moreHint") : t(`opinions.hints.${row}`)}
          rows={2}
          value={opinion[row]}
          current={() => opinionEntries.find(opened.doc, id)?.[row] ?? opinion[row]}
          onInput={(text) => opinionEntries.write(opened.doc, id, row, text)}
        />
      ))}
    </>
  );
}

/** A visit tells who spoke, when, and whose patient one was there; what the patient wrote already stays. */
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
