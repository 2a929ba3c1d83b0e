// One cell of the grid: whether this doctor got this thing, how and when; and, when it is left out on purpose, why.
import type { OpenCase } from "../../../cases/book";
import { type Consultation, consultations } from "../../../domain/consultations";
import {
  type Disclosure,
  type DisclosureFields,
  type DisclosureState,
  disclosure,
  disclosureStates,
  fieldsForState,
  setDisclosure,
} from "../../../domain/disclosure";
import { type Doctor, doctorsOf } from "../../../domain/doctors";
import { recordsHeldBy, type Thing, things } from "../../../domain/things";
import { messagesFrom } from "../../../i18n";
import seenWords from "../../../i18n/en/seen.json";
import { CaseScreen } from "../../components/caseScreen";
import { Choice } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { RegisterDate, RegisterField } from "../../components/registerField";
import { Select } from "../../components/select";
import { visitLabel } from "../../entryNames";
import { LinkRow, Rows } from "../../start/components/rows";
import { today } from "../../start/localNow";
import type { Places } from "../../start/route";
import { navigate } from "../../start/router";
import { choiceName, doctorName, thingName } from "./seenWords";

const t = messagesFrom(seenWords);

const UP = "/case/who-has-seen-what";

export function CellPage({ places }: { places: Places }) {
  return (
    <CaseScreen title={t("seen.one")} back={UP}>
      {(opened) => <Cell opened={opened} thing={places.thing ?? ""} visit={places.visit ?? ""} />}
    </CaseScreen>
  );
}

function Cell({ opened, thing: id, visit }: { opened: OpenCase; thing: string; visit: string }) {
  const thing = things(opened.doc).find((one) => one.id === id);
  const doctor = doctorsOf(consultations(opened.doc)).find(({ visits }) => visits.some((one) => one.id === visit));
  if (thing === undefined || doctor === undefined) return <p>{t("seen.gone")}</p>;
  const said = disclosure(opened.doc, id, visit);
  const isHeld = recordsHeldBy(opened.doc, doctor).has(id) && said.state.value === "";
  const write = (fields: Partial<DisclosureFields>) => setDisclosure(opened.doc, opened.writer, id, visit, fields);
  return (
    <div class="stack">
      <h2>
        <bdi>{thingName(thing)}</bdi>
      </h2>
      <WhichVisit thing={thing} doctor={doctor} visit={visit} />
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

type Write = (fields: Partial<DisclosureFields>) => void;

function State({ said, doctor, write }: { said: Disclosure; doctor: Doctor; write: Write }) {
  const legend = t("seen.state", { doctor: doctorName(doctor) });
  const choose = (state: DisclosureState) => write(fieldsForState(said, state, today()));
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

// What is given stands first; leaving out is the last thing that is offered.
const ordered = [...disclosureStates].sort((a, b) => order(a) - order(b));

function order(state: DisclosureState): number {
  return ["given", "offered", "", "left-out"].indexOf(state);
}

/** Nothing to choose while the doctor has one visit. */
function WhichVisit({ thing, doctor, visit }: { thing: Thing; doctor: Doctor; visit: string }) {
  const label = (one: Consultation) => visitLabel(one);
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
      onChoose={(id) => navigate(`${UP}/${encodeURIComponent(thing.id)}/${encodeURIComponent(id)}`, { replace: true })}
    />
  );
}
