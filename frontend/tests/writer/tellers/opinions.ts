// Events after a visit: what each doctor said and has seen, the ways there are, what speaks for and against them, decisions.
import { optionEntries, pointEntries, WAITING, weights } from "../../../src/domain/decide";
import { decisionEntries } from "../../../src/domain/decisions";
import { disclosureStates, setDisclosure } from "../../../src/domain/disclosure";
import { caseText, editCaseText, setCaseField } from "../../../src/domain/document";
import { opinionEntries, opinionRows } from "../../../src/domain/opinionEntries";
import { setVerdict, verdicts } from "../../../src/domain/verdicts";
import { given, type Ids, idOf, oneOf, type Teller } from "../fields";
import { type Event, field } from "../story";

export const opinions: Record<string, Teller> = {
  opinion: ({ doc, writer }, event, ids) =>
    opinionEntries.add(
      doc,
      writer,
      { ...given(event, "who", "on"), consultation: idOf(event, "visit", ids) ?? "" },
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
    const thing = field(event, "thing") === "medicines" ? "medicines" : (idOf(event, "thing", ids) ?? "");
    const state = oneOf(disclosureStates, field(event, "state"));
    const fields = { state, ...given(event, "how", "on", "why") };
    setDisclosure(doc, writer, thing, idOf(event, "visit", ids) ?? "", fields);
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
        matters: oneOf(weights, field(event, "matters")),
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

/** Waiting is a way that nobody has to write down first. */
function wayOf(event: Event, ids: Ids): string {
  return field(event, "option") === WAITING ? WAITING : (idOf(event, "option", ids) ?? "");
}
