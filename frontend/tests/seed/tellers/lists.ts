// Events that fill the lists: records and letters, contacts, medicines, conditions, allergies, symptoms.
import { contactEntries } from "../../../src/domain/contacts/contacts";
import { allergyEntries, conditionEntries, setNone, symptomEntries } from "../../../src/domain/health/health";
import { addMedicine, setNoMedicines } from "../../../src/domain/health/medicines";
import { letterEntries } from "../../../src/domain/letters/letterEntries";
import { addRecord, recordKinds, recordStatuses } from "../../../src/domain/records/records";
import { given, idsOf, oneOf, type Teller } from "../fields";
import { field } from "../story";

export const lists: Record<string, Teller> = {
  record: ({ doc, writer }, event) =>
    addRecord(doc, writer, {
      ...given(event, "what", "holder", "madeOn", "askedOn", "receivedOn"),
      kind: oneOf(recordKinds, field(event, "of")),
      status: oneOf(recordStatuses, field(event, "status")),
    }),
  letter: ({ doc, writer }, event, ids) => {
    const fields = given(event, "holder", "country", "reason", "sentOn", "arrivedOn", "answeredOn");
    const id = letterEntries.add(doc, writer, fields, given(event, "extra"));
    for (const record of idsOf(event, "records", ids)) letterEntries.mark(doc, writer, id, "records", record, true);
    return id;
  },
  medicine: ({ doc, writer }, event) => addMedicine(doc, writer, given(event, "name", "dose", "howOften")),
  contact: ({ doc, writer }, event) =>
    contactEntries.add(doc, writer, given(event, "name", "whatFor", "phone", "hours")),
  "no-medicines": ({ doc, writer }) => {
    setNoMedicines(doc, writer, true);
    return "";
  },
  condition: ({ doc, writer }, event) =>
    conditionEntries.add(doc, writer, {
      ...given(event, "name", "since"),
      status: oneOf(["now", "past"], field(event, "status") || "now"),
    }),
  allergy: ({ doc, writer }, event) => allergyEntries.add(doc, writer, given(event, "to", "reaction", "since")),
  "no-allergies": ({ doc, writer }) => {
    setNone(doc, writer, "allergies", true);
    return "";
  },
  symptom: ({ doc, writer }, event) =>
    symptomEntries.add(
      doc,
      writer,
      {
        ...given(event, "what", "on"),
        change: oneOf(["", "new", "better", "same", "worse", "gone"], field(event, "change")),
      },
      given(event, "words"),
    ),
};
