// Tells a story to an open case through the domain, as the screens do: each event by the function that its screen calls.
import type { OpenCase } from "../../src/cases/book";
import { addConsultation } from "../../src/domain/consultations";
import { setDecideBy } from "../../src/domain/decideBy";
import { addMedicine, setNoMedicines } from "../../src/domain/medicines";
import { addNote } from "../../src/domain/notes";
import { addQuestion, assignQuestion, editAnswer, tickQuestion, topics } from "../../src/domain/questions";
import { addRecord, type RecordKind, type RecordStatus, recordKinds, recordStatuses } from "../../src/domain/records";
import { type Event, field } from "./story";

type Ids = Map<string, string>;

/** Writes one event. `ids` keeps the entries that have a key. */
export function tell(opened: OpenCase, event: Event, ids: Ids): void {
  const teller = tellers[event.kind];
  if (!teller) throw new Error(`no event is called ${event.kind}`);
  const id = teller(opened, event, ids);
  const key = field(event, "key");
  if (key !== "") ids.set(key, id);
}

const tellers: Record<string, (opened: OpenCase, event: Event, ids: Ids) => string> = {
  note: ({ doc, writer }, event, ids) => addNote(doc, writer, field(event, "text"), idOf(event, "visit", ids)),
  question: ({ doc, writer }, event, ids) => {
    const topic = oneOf(topics, field(event, "topic"));
    const id = addQuestion(doc, writer, field(event, "text"), topic);
    const visit = idOf(event, "visit", ids);
    if (visit !== null) assignQuestion(doc, writer, id, visit);
    return id;
  },
  answer: ({ doc, writer }, event, ids) => {
    const id = idOf(event, "question", ids) ?? "";
    editAnswer(doc, id, field(event, "text"));
    tickQuestion(doc, writer, id, true);
    return id;
  },
  record: ({ doc, writer }, event) =>
    addRecord(doc, writer, {
      what: field(event, "what"),
      holder: field(event, "holder"),
      kind: oneOf<RecordKind>(recordKinds, field(event, "of")),
      status: oneOf<RecordStatus>(recordStatuses, field(event, "status")),
      ...given(event, "madeOn"),
      ...given(event, "askedOn"),
      ...given(event, "receivedOn"),
    }),
  medicine: ({ doc, writer }, event) =>
    addMedicine(doc, writer, {
      name: field(event, "name"),
      dose: field(event, "dose"),
      howOften: field(event, "howOften"),
    }),
  "no-medicines": ({ doc, writer }) => {
    setNoMedicines(doc, writer, true);
    return "";
  },
  visit: ({ doc, writer }, event) =>
    addConsultation(doc, writer, {
      who: field(event, "who"),
      where: field(event, "where"),
      ...given(event, "when"),
    }),
  "decide-by": ({ doc, writer }, event) => {
    setDecideBy(doc, writer, {
      date: field(event, "date"),
      words: field(event, "words"),
      saidBy: field(event, "saidBy"),
    });
    return "";
  },
};

function idOf(event: Event, name: string, ids: Ids): string | null {
  const key = field(event, name);
  if (key === "") return null;
  const id = ids.get(key);
  if (!id) throw new Error(`nothing was called ${key} before`);
  return id;
}

function given<Name extends string>(event: Event, name: Name): { [name in Name]?: string } {
  const value = event.fields.get(name);
  const fields: { [name in Name]?: string } = {};
  if (value !== undefined) fields[name] = value;
  return fields;
}

function oneOf<T extends string>(known: readonly T[], given: string): T {
  const found = known.find((one) => one === given);
  if (found === undefined) throw new Error(`${given} is none of ${known.join(", ")}`);
  return found;
}
