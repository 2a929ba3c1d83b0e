import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addConsultation, consultations, setConsultation } from "../../../src/domain/consultations";
import type { CaseDoc } from "../../../src/domain/document";
import { deleteEntry } from "../../../src/domain/entries";
import { questions } from "../../../src/domain/questionEntries";
import { addQuestion, assignQuestion, editAnswer, moveQuestion, tickQuestion } from "../../../src/domain/questions";
import {
  beginsNow,
  firstInRoom,
  nextInRoom,
  roomOrder,
  takeAlong,
  topOfVisit,
  topWithoutVisit,
  withoutVisit,
} from "../../../src/domain/room";
import { exchange, twoPhones } from "./twoDocs";

function textsOf(doc: CaseDoc, ids: readonly { id: string }[]): string[] {
  return ids.map(({ id }) => questions(doc).find((question) => question.id === id)?.text ?? "gone");
}

function visitWith(count: number) {
  const { ana, byAna } = twoPhones();
  const visit = addConsultation(ana, byAna, { who: "Dr Lindqvist" });
  const ids = Array.from({ length: count }, (_, at) => addQuestion(ana, byAna, `Question ${at + 1}`));
  takeAlong(ana, byAna, questions(ana), visit);
  const order = (startedAt = "") => roomOrder(questions(ana), visit, startedAt);
  return { doc: ana, writer: byAna, visit, ids, order };
}

describe("the questions in the room", () => {
  it("D4: come in the patient's own order, the top three first, and only those of this visit", () => {
    const { doc, writer, visit, ids, order } = visitWith(4);
    const other = addConsultation(doc, writer, { who: "Dr Osei" });
    assignQuestion(doc, writer, ids[1] ?? "", other);
    moveQuestion(doc, writer, ids[3] ?? "", 0);
    expect(textsOf(doc, order())).toEqual(["Question 4", "Question 1", "Question 3"]);
    expect(textsOf(doc, topOfVisit(questions(doc), visit))).toEqual(["Question 4", "Question 1", "Question 3"]);
    expect(textsOf(doc, topOfVisit(questions(doc), other))).toEqual(["Question 2"]);
  });

  it("D4: what had its answer before the visit stands last; what is answered in it keeps its place", () => {
    const { doc, writer, visit, ids, order } = visitWith(4);
    tickQuestion(doc, writer, ids[0] ?? "", true);
    const startedAt = writer.now();
    setConsultation(doc, writer, visit, { startedAt });
    expect(textsOf(doc, order(startedAt))).toEqual(["Question 2", "Question 3", "Question 4", "Question 1"]);
    tickQuestion(doc, writer, ids[2] ?? "", true);
    expect(textsOf(doc, order(startedAt))).toEqual(["Question 2", "Question 3", "Question 4", "Question 1"]);
    expect(firstInRoom(order(startedAt))).toBe(ids[1]);
  });

  it("D4: “Skip for now” goes round and comes back; the last one left has no next", () => {
    const { doc, writer, ids, order } = visitWith(3);
    expect(nextInRoom(order(), ids[2] ?? "")).toBe(ids[0]);
    tickQuestion(doc, writer, ids[1] ?? "", true);
    expect(nextInRoom(order(), ids[0] ?? "")).toBe(ids[2]);
    tickQuestion(doc, writer, ids[2] ?? "", true);
    expect(nextInRoom(order(), ids[0] ?? "")).toBeNull();
    expect(nextInRoom(order(), "not there")).toBe(ids[0]);
  });

  it("D4: no question is skipped for good, whatever is put off and answered, and in whatever order", () => {
    const answers = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), answers, (count, isAnswered) => {
        const { doc, writer, order } = visitWith(count);
        const seen = new Set<string>();
        let at = firstInRoom(order());
        // First as the person likes, then "Skip for now" once round: by then every open question was on the screen.
        for (const answered of [...isAnswered, ...Array.from({ length: count }, () => false)]) {
          if (at === null) break;
          seen.add(at);
          const next = nextInRoom(order(), at);
          if (answered) tickQuestion(doc, writer, at, true);
          at = next;
        }
        const left = order().filter(({ answeredAt }) => answeredAt === null);
        for (const { id } of left) expect(seen).toContain(id);
        expect(order().length).toBe(count);
      }),
    );
  });

  it("D4: from anywhere, answering one after the other reaches the end with every question answered", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(), (count, start) => {
        const { doc, writer, ids, order } = visitWith(count);
        let at: string | null = ids[start % count] ?? null;
        let steps = 0;
        while (at !== null && steps <= count) {
          const next: string | null = nextInRoom(order(), at);
          tickQuestion(doc, writer, at, true);
          at = next;
          steps += 1;
        }
        expect(steps).toBe(count);
        expect(order().every(({ answeredAt }) => answeredAt !== null)).toBe(true);
      }),
    );
  });

  it("D4: two phones in one room: both answers and both ticks are kept", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const visit = addConsultation(ana, byAna, { who: "Dr Lindqvist" });
    const first = addQuestion(ana, byAna, "What is it?");
    const second = addQuestion(ana, byAna, "What if I wait?");
    takeAlong(ana, byAna, questions(ana), visit);
    exchange(ana, ben);
    editAnswer(ana, first, "A torn meniscus.");
    tickQuestion(ana, byAna, first, true);
    editAnswer(ben, first, "She is quite sure.");
    editAnswer(ben, second, "Nothing bad for 12 weeks.");
    tickQuestion(ben, byBen, second, true);
    exchange(ana, ben);
    const answers = questions(ana).map(({ answer }) => answer);
    expect(answers[0]).toContain("A torn meniscus.");
    expect(answers[0]).toContain("She is quite sure.");
    expect(answers[1]).toBe("Nothing bad for 12 weeks.");
    expect(roomOrder(questions(ben), visit, "").every(({ answeredAt }) => answeredAt !== null)).toBe(true);
  });
});

describe("questions that go along", () => {
  it("D4: the top ones without a visit are offered, and those of a visit that was deleted count as free", () => {
    const { doc, writer, visit, ids } = visitWith(2);
    const free = ["a", "b", "c"].map((text) => addQuestion(doc, writer, text));
    const offered = () => textsOf(doc, topWithoutVisit(questions(doc), consultations(doc)));
    expect(offered()).toEqual(["a"]);
    expect(withoutVisit(questions(doc), consultations(doc)).map(({ id }) => id)).toEqual(free);
    deleteEntry(doc, "consultations", visit, writer);
    expect(offered()).toEqual(["Question 1", "Question 2", "a"]);
    tickQuestion(doc, writer, ids[0] ?? "", true);
    expect(offered()).toEqual(["Question 2", "a", "b"]);
  });
});

describe("the beginning of a visit", () => {
  const field = (value: string) => ({ value, others: [] });
  const now = "2026-12-03T10:42:00.000Z";

  it("is the first opening of the room, but a look on the day before is none", () => {
    expect(beginsNow({ startedAt: field(""), endedAt: field("") }, now)).toBe(true);
    expect(beginsNow({ startedAt: field("2026-12-02T20:00:00.000Z"), endedAt: field("") }, now)).toBe(true);
    expect(beginsNow({ startedAt: field("2026-12-03T10:30:00.000Z"), endedAt: field("") }, now)).toBe(false);
  });

  it("is this one when a clock that ran ahead by days had put it into the future", () => {
    expect(beginsNow({ startedAt: field("2026-12-06T10:30:00.000Z"), endedAt: field("") }, now)).toBe(true);
    expect(beginsNow({ startedAt: field("2026-12-03T11:30:00.000Z"), endedAt: field("") }, now)).toBe(false);
  });

  it("is not moved once the visit has ended", () => {
    const ended = field("2026-12-02T20:30:00.000Z");
    expect(beginsNow({ startedAt: field("2026-12-02T20:00:00.000Z"), endedAt: ended }, now)).toBe(false);
  });
});
