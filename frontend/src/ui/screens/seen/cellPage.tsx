// One cell of the grid: whether this doctor got this item, how and when; and why, when it is left out on purpose.
import { type VisitedDoctor, visitedDoctors } from "../../../domain/doctors/visitedDoctors";
import { recordsHeldBy, type SeenItem, seenItems } from "../../../domain/seen/seenItems";
import {
  fieldsForState,
  type SeenFields,
  type SeenNote,
  type SeenState,
  seenNote,
  seenStates,
  setSeenNote,
} from "../../../domain/seen/seenNotes";
import { type Visit, visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import seenWords from "../../../i18n/en/seen.json";
import { CaseScreen } from "../../components/caseScreen";
import { Choice } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { RegisterDate, RegisterField } from "../../components/registerField";
import { Select } from "../../components/select";
import { visitLabel } from "../../entries/entryNames";
import { LinkRow, Rows } from "../../start/components/rows";
import { today } from "../../start/localNow";
import { navigate, type Params } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { choiceName, doctorName, itemName } from "./seenWords";

const t = messagesFrom(seenWords);

const UP = "/case/seen";

export function CellPage({ params }: { params: Params }) {
  return (
    <CaseScreen title={t("seen.one")} back={UP}>
      <Cell item={params.item ?? ""} visit={params.visit ?? ""} />
    </CaseScreen>
  );
}

function Cell({ item: id, visit }: { item: string; visit: string }) {
  const opened = useOpened();
  const item = seenItems(opened.doc).find((one) => one.id === id);
  const doctor = visitedDoctors(visits(opened.doc)).find(({ visits }) => visits.some((one) => one.id === visit));
  if (item === undefined || doctor === undefined) return <p>{t("seen.gone")}</p>;
  const said = seenNote(opened.doc, id, visit);
  const isHeld = recordsHeldBy(opened.doc, doctor).has(id) && said.state.value === "";
  const write = (fields: Partial<SeenFields>) => setSeenNote(opened.doc, opened.writer, id, visit, fields);
  return (
    <div class="stack">
      <h2>
        <bdi>{itemName(item)}</bdi>
      </h2>
      <WhichVisit item={item} doctor={doctor} visit={visit} />
      {isHeld && <p>{t("seen.heldBy", { doctor: doctorName(doctor) })}</p>}
      <State said={said} doctor={doctor} write={write} />
      {said.state.value === "left-out" && <p>{t("seen.whyAdvice")}</p>}
      {(said.state.value === "left-out" || said.why.value !== "" || said.why.others.length > 0) && (
        <RegisterField
          label={t("seen.why")}
          hint={t("seen.whyHint")}
          field={said.why}
          onWrite={(why) => write({ why })}
          isLong
        />
      )}
      <RegisterField
        label={t("seen.how")}
        hint={t("seen.howHint")}
        field={said.how}
        onWrite={(how) => write({ how })}
      />
      <RegisterDate label={t("seen.on")} field={said.on} onWrite={(on) => write({ on })} />
      <Rows>
        <LinkRow href="/guide/card/F1" title={t("seen.guide")} />
      </Rows>
    </div>
  );
}

type Write = (fields: Partial<SeenFields>) => void;

function State({ said, doctor, write }: { said: SeenNote; doctor: VisitedDoctor; write: Write }) {
  const legend = t("seen.state", { doctor: doctorName(doctor) });
  const choose = (state: SeenState) => write(fieldsForState(said, state, today()));
  return (
    <>
      <Choice
        legend={legend}
        options={ordered.map((state) => ({
          value: state,
          label: t(`seen.choices.${choiceName(state)}`),
          hint: t(`seen.hints.${choiceName(state)}`),
        }))}
        value={said.state.value}
        onChoose={choose}
      />
      <ConflictField
        label={legend}
        field={said.state}
        show={(state) => t(`seen.choices.${choiceName(state)}`)}
        onChoose={choose}
      />
    </>
  );
}

// What was given comes first; leaving out is offered last.
const ordered = [...seenStates].sort((a, b) => order(a) - order(b));

function order(state: SeenState): number {
  return ["given", "offered", "", "left-out"].indexOf(state);
}

/** Renders nothing while the doctor has one visit, because there is nothing to choose. */
function WhichVisit({ item, doctor, visit }: { item: SeenItem; doctor: VisitedDoctor; visit: string }) {
  const label = (one: Visit) => visitLabel(one);
  const [only, ...more] = doctor.visits;
  if (only && more.length === 0) {
    return (
      <p class="quiet">
        <bdi>{label(only)}</bdi>
      </p>
    );
  }
  return (
    <Select
      label={t("seen.visit")}
      options={doctor.visits.map((one) => ({ value: one.id, label: label(one) }))}
      value={visit}
      onChoose={(id) => navigate(`${UP}/${encodeURIComponent(item.id)}/${encodeURIComponent(id)}`, { replace: true })}
    />
  );
}
