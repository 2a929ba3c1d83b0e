// Events around the visits: reasons to ask, the date to decide by, doctors, visits, notes, questions, tasks.

import { setDecideBy } from "../../../src/domain/decideBy/decideBy";
import { doctorEntries, suggesters } from "../../../src/domain/doctors/doctors";
import { addNote } from "../../../src/domain/journal/notes";
import { topics } from "../../../src/domain/questions/questionEntries";
import { addQuestion, assignQuestion, editAnswer, tickQuestion } from "../../../src/domain/questions/questions";
import { reasonEntries, reasonsByPoint } from "../../../src/domain/reasons/reasons";
import { taskAbouts, taskEntries } from "../../../src/domain/tasks/tasks";
import { checkMedicines } from "../../../src/domain/visits/medicinesCheck";
import { addVisit, editSayBack, setVisit, visitParts } from "../../../src/domain/visits/visits";
import { given, idOf, oneOf, type Teller } from "../fields";
import { field } from "../story";

const reasons = [...Object.values(reasonsByPoint).flat(), "own"] as const;
const yesNo = ["", "yes", "no"] as const;

export const visits: Record<string, Teller> = {
  reason: ({ doc, writer }, event) =>
    reasonEntries.add(
      doc,
      writer,
      {
        which: oneOf(reasons, field(event, "which") || "own"),
        raised: oneOf(["", "raised", "settled"], field(event, "raised")),
      },
      given(event, "words"),
    ),
  "decide-by": ({ doc, writer }, event) => {
    setDecideBy(doc, writer, given(event, "date", "words", "saidBy"));
    return "";
  },
  doctor: ({ doc, writer }, event) =>
    doctorEntries.add(
      doc,
      writer,
      {
        ...given(event, "name", "place", "phone", "field", "experience", "experienceCheckedAt", "affiliation"),
        ...given(event, "credentialsCheckedAt", "credentialsCheckedOn", "suggestedByWhom", "wait", "cost"),
        suggestedBy: oneOf(["", ...suggesters], field(event, "suggestedBy")),
        credentials: oneOf(yesNo, field(event, "credentials")),
        academic: oneOf(yesNo, field(event, "academic")),
        research: oneOf(yesNo, field(event, "research")),
        independent: oneOf(yesNo, field(event, "independent")),
      },
      given(event, "notes"),
    ),
  visit: ({ doc, writer }, event, ids) =>
    addVisit(doc, writer, {
      ...given(event, "who", "where", "when", "companion", "opening"),
      part: oneOf(["", ...visitParts], field(event, "part")),
      doctor: idOf(event, "doctor", ids) ?? "",
    }),
  // What was done in a visit that is over, at the time of the event.
  visited: ({ doc, writer }, event, ids) => {
    const visit = idOf(event, "visit", ids) ?? "";
    const report = oneOf(["", "asked", "sent"], field(event, "report"));
    checkMedicines(doc, writer, visit);
    setVisit(doc, writer, visit, { startedAt: event.at, endedAt: event.at, report });
    editSayBack(doc, visit, field(event, "sayBack"));
    return visit;
  },
  note: ({ doc, writer }, event, ids) => addNote(doc, writer, field(event, "text"), idOf(event, "visit", ids)),
  question: ({ doc, writer }, event, ids) => {
    const id = addQuestion(doc, writer, field(event, "text"), oneOf(topics, field(event, "topic")));
    const visit = idOf(event, "visit", ids);
    if (visit !== null) assignQuestion(doc, writer, id, visit);
    return id;
  },
  answer: ({ doc, writer }, event, ids) => {
    const id = idOf(event, "question", ids) ?? "";
    editAnswer(doc, writer, id, field(event, "text"));
    tickQuestion(doc, writer, id, true);
    return id;
  },
  task: ({ doc, writer }, event, ids) =>
    taskEntries.add(
      doc,
      writer,
      {
        ...given(event, "what", "dueOn"),
        about: oneOf(taskAbouts, field(event, "about") || "own"),
        of: idOf(event, "of", ids) ?? "",
        doneAt: field(event, "done") === "yes" ? event.at : "",
      },
      given(event, "words"),
    ),
};
