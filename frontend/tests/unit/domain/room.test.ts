import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseDoc } from "../../../src/domain/case/document";
import { deleteEntry } from "../../../src/domain/case/entries";
import { type Question, questions } from "../../../src/domain/questions/questionEntries";
import {
  addQuestion,
  assignQuestion,
  comeAlong,
  editAnswer,
  keepQuestion,
  moveQuestion,
  tickQuestion,
} from "../../../src/domain/questions/questions";
import { goingAlong, notAlong, visitingOf } from "../../../src/domain/visits/goingAlong";
import { firstInRoom, nextInRoom, roomOrder } from "../../../src/domain/visits/room";
import { addVisit, setVisit, visits } from "../../../src/domain/visits/visits";
import { exchange, twoPhones } from "./twoDocs";

const NOW = "2026-12-03T10:30";

function textsOf(doc: CaseDoc, ids: readonly { id: string }[]): string[] {
  return ids.map(({ id }) => questions(doc).find((question) => question.id === id)?.text ?? "gone");
}

function visitWith(count: number) {
  const { ana, byAna } = twoPhones();
  const visit = addVisit(ana, byAna, { who: "Dr Lindqvist" });
  const ids = Array.from({ length: count }, (_, at) => addQuestion(ana, byAna, `Question ${at + 1}`));
  const order = () => orderIn(ana, visit);
  return { doc: ana, writer: byAna, visit, ids, order };
}

function visitingIn(doc: CaseDoc, id: string) {
  const visit = visits(doc).find((one) => one.id === id) ?? expect.fail("the visit is gone");
  return visitingOf(visit, visits(doc), NOW);
}

function orderIn(doc: CaseDoc, id: string): Question[] {
  return roomOrder(questions(doc), visitingIn(doc, id));
}

describe("the questions in the room", () => {
  it("D4: are all open ones, in the patient's own order, without anybody choosing them", () => {
    const { doc, writer, ids, order } = visitWith(4);
    addQuestion(doc, writer, "  ");
    moveQuestion(doc, writer, ids[3] ?? "", 0);
    expect(textsOf(doc, order())).toEqual(["Question 4", "Question 1", "Question 2", "Question 3"]);
    tickQuestion(doc, writer, ids[0] ?? "", true);
    expect(textsOf(doc, order())).toEqual(["Question 4", "Question 2", "Question 3"]);
  });

  it("D4: what had its answer before the visit stands last; what is answered in it keeps its place", () => {
    const { doc, writer, visit, ids, order } = visitWith(4);
    tickQuestion(doc, writer, ids[0] ?? "", true, visit);
    setVisit(doc, writer, visit, { startedAt: writer.now() });
    expect(textsOf(doc, order())).toEqual(["Question 2", "Question 3", "Question 4", "Question 1"]);
    tickQuestion(doc, writer, ids[2] ?? "", true, visit);
    expect(textsOf(doc, order())).toEqual(["Question 2", "Question 3", "Question 4", "Question 1"]);
    expect(firstInRoom(order())).toBe(ids[1]);
  });

  it("D4: “Skip” goes round and comes back; the last one left has no next", () => {
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
        const { doc, writer, visit, order } = visitWith(count);
        const seen = new Set<string>();
        let at = firstInRoom(order());
        // First in the person's order, then "Skip" through all: by then every open question was on the screen.
        for (const answered of [...isAnswered, ...Array.from({ length: count }, () => false)]) {
          if (at === null) break;
          seen.add(at);
          const next = nextInRoom(order(), at);
          if (answered) tickQuestion(doc, writer, at, true, visit);
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
        const { doc, writer, visit, ids, order } = visitWith(count);
        let at: string | null = ids[start % count] ?? null;
        let steps = 0;
        while (at !== null && steps <= count) {
          const next: string | null = nextInRoom(order(), at);
          tickQuestion(doc, writer, at, true, visit);
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
    const visit = addVisit(ana, byAna, { who: "Dr Lindqvist" });
    const first = addQuestion(ana, byAna, "What is it?");
    const second = addQuestion(ana, byAna, "What if I wait?");
    exchange(ana, ben);
    editAnswer(ana, byAna, first, "A torn meniscus.", visit);
    tickQuestion(ana, byAna, first, true, visit);
    editAnswer(ben, byBen, first, "She is quite sure.", visit);
    editAnswer(ben, byBen, second, "Nothing bad for 12 weeks.", visit);
    tickQuestion(ben, byBen, second, true, visit);
    exchange(ana, ben);
    const answers = questions(ana).map(({ answer }) => answer);
    expect(answers[0]).toContain("A torn meniscus.");
    expect(answers[0]).toContain("She is quite sure.");
    expect(answers[1]).toBe("Nothing bad for 12 weeks.");
    expect(orderIn(ben, visit)).toHaveLength(2);
    expect(orderIn(ben, visit).every(({ answeredAt }) => answeredAt !== null)).toBe(true);
    expect(questions(ana)[0]?.answerBy).toEqual(["ana", "ben"]);
  });

  it("D4: belong to the visit from the first letter of the answer, with who wrote it and when; emptied, they are nobody's", () => {
    const { doc, writer, visit, ids } = visitWith(1);
    const id = ids[0] ?? "";
    const now = () => questions(doc)[0] ?? expect.fail("gone");
    editAnswer(doc, writer, id, " ", visit);
    expect([now().answerBegunAt, now().answerBy]).toEqual(["", []]);
    editAnswer(doc, writer, id, "T", visit);
    const begun = now().answerBegunAt;
    expect(begun).not.toBe("");
    editAnswer(doc, writer, id, "Torn", visit);
    expect(now()).toMatchObject({ answerBegunAt: begun, answerBy: ["ana"], visit: { value: visit } });
    editAnswer(doc, writer, id, "", visit);
    editAnswer(doc, { ...writer, author: "ben" }, id, "Worn", visit);
    expect(now().answerBy).toEqual(["ben"]);
    expect(now().answerBegunAt > begun).toBe(true);
  });
});

describe("questions that stay out", () => {
  const texts = (list: readonly Question[]) => list.map(({ text }) => text);

  it("D4: were taken out of this visit on purpose, come to the others, and can be brought back", () => {
    const { doc, writer, visit, ids, order } = visitWith(2);
    const other = addVisit(doc, writer, { who: "Dr Osei" });
    comeAlong(doc, writer, ids[0] ?? "", visit, false);
    expect([texts(order()), texts(orderIn(doc, other))]).toEqual([["Question 2"], ["Question 1", "Question 2"]]);
    expect(texts(notAlong(questions(doc), visitingIn(doc, visit)))).toEqual(["Question 1"]);
    comeAlong(doc, writer, ids[0] ?? "", visit, null);
    expect(texts(order())).toEqual(["Question 1", "Question 2"]);
    comeAlong(doc, writer, ids[0] ?? "", visit, false);
    keepQuestion(doc, writer, ids[0] ?? "", visit);
    expect(texts(order())).toEqual(["Question 1", "Question 2"]);
  });

  it("D4: are kept for another visit that is still to come, until it is over or gone, or they are brought here, too", () => {
    const { doc, writer, visit, ids, order } = visitWith(2);
    const other = addVisit(doc, writer, { who: "Dr Osei", when: "2026-12-10T09:00" });
    assignQuestion(doc, writer, ids[0] ?? "", other);
    expect([texts(order()), texts(orderIn(doc, other))]).toEqual([["Question 2"], ["Question 1", "Question 2"]]);
    comeAlong(doc, writer, ids[0] ?? "", visit, true);
    expect([texts(order()).length, texts(orderIn(doc, other)).length]).toEqual([2, 2]);
    comeAlong(doc, writer, ids[0] ?? "", visit, null);
    setVisit(doc, writer, other, { when: "2026-12-02T09:00" });
    expect(texts(order())).toEqual(["Question 1", "Question 2"]);
    setVisit(doc, writer, other, { when: "2026-12-10T09:00" });
    expect(texts(order())).toEqual(["Question 2"]);
    deleteEntry(doc, "visits", other, writer);
    expect(texts(order())).toEqual(["Question 1", "Question 2"]);
  });

  it("D4: what was written after the end is beside the list of a visit that is opened again, one tap away", () => {
    const { doc, writer, visit, order } = visitWith(1);
    setVisit(doc, writer, visit, { endedAt: writer.now() });
    const late = addQuestion(doc, writer, "One more");
    expect(texts(order())).toEqual([]);
    expect(texts(notAlong(questions(doc), visitingIn(doc, visit)))).toEqual(["Question 1", "One more"]);
    comeAlong(doc, writer, late, visit, true);
    expect(texts(order())).toEqual(["One more"]);
  });

  it("D4: come along where two phones disagree, and a question given to two visits comes to both", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const [one, two] = [1, 2].map(() => addVisit(ana, byAna, { when: "2026-12-10T09:00" }));
    const [doubted = "", given = ""] = ["doubted", "given"].map((text) => addQuestion(ana, byAna, text));
    exchange(ana, ben);
    comeAlong(ana, byAna, doubted, one ?? "", false);
    comeAlong(ben, byBen, doubted, one ?? "", true);
    assignQuestion(ana, byAna, given, one ?? "");
    assignQuestion(ben, byBen, given, two ?? "");
    exchange(ana, ben);
    for (const doc of [ana, ben]) {
      expect(texts(orderIn(doc, one ?? ""))).toEqual(["doubted", "given"]);
      expect(texts(orderIn(doc, two ?? ""))).toEqual(["doubted", "given"]);
    }
    comeAlong(ben, byBen, doubted, one ?? "", false);
    assignQuestion(ben, byBen, given, two ?? "");
    exchange(ana, ben);
    for (const doc of [ana, ben]) expect(orderIn(doc, one ?? "")).toEqual([]);
  });

  it("D4: the room is never without a question while one is open that nobody has left out", () => {
    const kept = fc.constantFrom("2026-12-03T10:30", "2026-10-08T09:15", null);
    fc.assert(
      fc.property(fc.array(fc.tuple(kept, fc.boolean()), { maxLength: 8 }), (list) => {
        const { ana, byAna } = twoPhones();
        const here = addVisit(ana, byAna, { when: "2026-12-03T10:30" });
        const over = addVisit(ana, byAna, { when: "2026-10-08T09:15" });
        for (const [when, isAnswered] of list) {
          const id = addQuestion(ana, byAna, `at ${when}`);
          assignQuestion(ana, byAna, id, visits(ana).find((visit) => visit.when.value === when)?.id ?? null);
          tickQuestion(ana, byAna, id, isAnswered);
        }
        expect(over).not.toBe(here);
        const open = questions(ana).filter(({ answeredAt }) => answeredAt === null);
        expect(goingAlong(questions(ana), visitingIn(ana, here))).toEqual(open);
        expect(notAlong(questions(ana), visitingIn(ana, here))).toEqual([]);
      }),
    );
  });
});
