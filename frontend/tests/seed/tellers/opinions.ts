// Events after a visit: what each doctor said and has seen, the options, the points for and against them, decisions.

import { caseText, editCaseText, setCaseField } from "../../../src/domain/case/document";
import { decisionEntries } from "../../../src/domain/decide/decisions";
import { optionEntries, pointEntries, WAITING, weights } from "../../../src/domain/decide/options";
import { opinionEntries, opinionRows } from "../../../src/domain/opinions/opinionEntries";
import { setVerdict, verdicts } from "../../../src/domain/opinions/verdicts";
import { seenStates, setSeenNote } from "../../../src/domain/seen/seenNotes";
import { given, type Ids, idOf, oneOf, type Teller } from "../fields";
import { type Event, field } from "../story";

export const opinions: Record<string, Teller> = {
  opinion: ({ doc, writer }, event, ids) =>
    opinionEntries.add(
      doc,
      writer,
      { ...given(event, "who", "on"), visit: idOf(event, "visit", ids) ?? "" },
      given(event, ...opinionRows),
    ),
  // The patient's mark on one row of two opinions.
  mark: ({ doc, writer }, event, ids) => {
    const [first, later] = [idOf(event, "first", ids) ?? "", idOf(event, "later", ids) ?? ""];
    setVerdict(
      doc,
      writer,
      first,
      later,
      oneOf(opinionRows, field(event, "row")),
      oneOf(verdicts, field(event, "verdict")),
    );
    return later;
  },
  seen: ({ doc, writer }, event, ids) => {
    const item = field(event, "item") === "medicines" ? "medicines" : (idOf(event, "item", ids) ?? "");
    const state = oneOf(seenStates, field(event, "state"));
    const fields = { state, ...given(event, "how", "on", "why") };
    setSeenNote(doc, writer, item, idOf(event, "visit", ids) ?? "", fields);
    return "";
  },
  option: ({ doc, writer }, event, ids) =>
    optionEntries.add(doc, writer, {
      ...given(event, "name"),
      opinion: idOf(event, "opinion", ids) ?? "",
    }),
  point: ({ doc, writer }, event, ids) =>
    pointEntries.add(
      doc,
      writer,
      {
        option: wayOf(event, ids),
        side: oneOf(["benefit", "harm"], field(event, "side")),
        matters: oneOf(["", ...weights], field(event, "matters")),
      },
      given(event, "words"),
    ),
  decision: ({ doc, writer }, event, ids) =>
    decisionEntries.add(
      doc,
      writer,
      { ...given(event, "on"), option: wayOf(event, ids), replaces: idOf(event, "replaces", ids) ?? "" },
      given(event, "what", "why"),
    ),
  // A short field or a long text of the case itself, such as patientName or whyHere.
  "case-field": ({ doc, writer }, event) => {
    setCaseField(doc, writer, field(event, "name"), field(event, "value"));
    return "";
  },
  "case-text": ({ doc }, event) => {
    editCaseText(doc, field(event, "name"), caseText(doc, field(event, "name")) + field(event, "text"));
    return "";
  },
};

/** Waiting is an option that nobody has to write down first. */
function wayOf(event: Event, ids: Ids): string {
  return field(event, "option") === WAITING ? WAITING : (idOf(event, "option", ids) ?? "");
}
