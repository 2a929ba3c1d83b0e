import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseDoc, Writer } from "../../../src/domain/case/document";
import { questions } from "../../../src/domain/questions/questionEntries";
import {
  addQuestion,
  assignQuestion,
  comeAlong,
  moveQuestion,
  tickQuestion,
} from "../../../src/domain/questions/questions";
import { endVisit, goOn } from "../../../src/domain/visits/afterVisit";
import { leaveOpen, leftOpenAt, takeBack, visitToCome } from "../../../src/domain/visits/carryOver";
import { belongsTo, goingAlong, isOpen, keptFor, visitingOf } from "../../../src/domain/visits/goingAlong";
import { addVisit, setVisit, type Visit, visits } from "../../../src/domain/visits/visits";
import { exchange, twoPhones } from "./twoDocs";

const NOW = "2026-12-04T09:00";
const names = ["past", "present", "next", "later"] as const;
type Name = (typeof names)[number];
type Asked = { visit: Name | null; isAnswered: boolean; place: number; out: Name[] };
const asked: fc.Arbitrary<Asked> = fc.record({
  visit: fc.constantFrom(...names, null),
  isAnswered: fc.boolean(),
  place: fc.nat(9),
  out: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }),
});
const lists = fc.array(asked, { maxLength: 12 });

/** A visit of months ago, one of today and two to come. */
function visitsOf(doc: CaseDoc, writer: Writer): Record<Name, string> {
  const on = (when: string) => addVisit(doc, writer, { who: when, when });
  return {
    past: on("2026-10-08T09:15"),
    present: on("2026-12-04T08:30"),
    next: on("2026-12-10T10:30"),
    later: on("2026-12-20T10:30"),
  };
}

function ask(doc: CaseDoc, writer: Writer, list: readonly Asked[]): Record<Name, string> {
  const ids = visitsOf(doc, writer);
  for (const [at, { visit, isAnswered, place, out }] of list.entries()) {
    const id = addQuestion(doc, writer, `question ${at}`);
    if (visit !== null) assignQuestion(doc, writer, id, ids[visit]);
    for (const name of out) comeAlong(doc, writer, id, ids[name], false);
    moveQuestion(doc, writer, id, place);
    if (isAnswered) tickQuestion(doc, writer, id, true);
  }
  return ids;
}

function visit(doc: CaseDoc, id: string): Visit {
  return visits(doc).find((one) => one.id === id) ?? expect.fail("the visit is gone");
}

function visitingIn(doc: CaseDoc, id: string) {
  return visitingOf(visit(doc, id), visits(doc), NOW);
}

function alongTo(doc: CaseDoc, id: string): string[] {
  return goingAlong(questions(doc), visitingIn(doc, id)).map((question) => question.id);
}

function placed(doc: CaseDoc): string[] {
  return questions(doc).map(
    ({ text, answer, rank, visit, answeredAt }) => `${text} ${answer} ${rank} ${visit.value} ${answeredAt !== null}`,
  );
}

describe("questions that a visit left open", () => {
  it("D4: come along to the next visit by themselves, unless they were taken out of it or are kept for another one", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const { ana, byAna } = twoPhones();
        const ids = ask(ana, byAna, list);
        const left = endVisit(ana, byAna, visit(ana, ids.present), NOW.slice(0, 10))?.left ?? [];
        const next = visitingIn(ana, ids.next);
        for (const { id } of left) {
          const question = questions(ana).find((one) => one.id === id) ?? expect.fail("a question is gone");
          const isOut = question.takenOutOf.includes(ids.next);
          expect(alongTo(ana, ids.next).includes(id)).toBe(!isOut && keptFor(question, next) === "");
        }
      }),
    );
  });

  it("D4: no open question is lost: it goes to a visit to come, or was taken out of each of them on purpose", () => {
    fc.assert(
      fc.property(lists, fc.boolean(), (list, isEnded) => {
        const { ana, byAna } = twoPhones();
        const ids = ask(ana, byAna, list);
        if (isEnded) endVisit(ana, byAna, visit(ana, ids.present), NOW.slice(0, 10));
        const ahead = isEnded ? [ids.next, ids.later] : [ids.present, ids.next, ids.later];
        for (const question of questions(ana).filter(isOpen)) {
          const goesTo = ahead.filter((id) => alongTo(ana, id).includes(question.id));
          const isOutOfAll = ahead.every((id) => question.takenOutOf.includes(id));
          expect(goesTo.length > 0).toBe(!isOutOfAll);
        }
      }),
    );
  });

  it("D4: what was answered never moves, and every question keeps its words and its place", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const { ana, byAna } = twoPhones();
        const ids = ask(ana, byAna, list);
        const before = questions(ana);
        const left = leaveOpen(ana, byAna, visitingIn(ana, ids.present)).map(({ id }) => id);
        for (const [at, after] of questions(ana).entries()) {
          const was = before[at] ?? expect.fail("one more question");
          expect([after.id, after.text, after.rank, after.answeredAt]).toEqual([
            was.id,
            was.text,
            was.rank,
            was.answeredAt,
          ]);
          expect(after.visit.value).toBe(left.includes(after.id) ? ids.present : was.visit.value);
        }
        expect(leaveOpen(ana, byAna, visitingIn(ana, ids.present))).toEqual([]);
      }),
    );
  });

  it("D4: a visit that was marked as over by mistake goes on with all of its questions as free as before", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const { ana, byAna } = twoPhones();
        const ids = ask(ana, byAna, list);
        const before = [placed(ana), names.map((name) => alongTo(ana, ids[name]))];
        const ended = endVisit(ana, byAna, visit(ana, ids.present), NOW.slice(0, 10));
        if (ended === null) return expect.fail("it did not end");
        goOn(ana, byAna, ended);
        expect([placed(ana), names.map((name) => alongTo(ana, ids[name]))]).toEqual(before);
      }),
    );
  });

  it("D4: are all still there when two phones end two visits at once, and the answered ones where they were answered", () => {
    fc.assert(
      fc.property(lists, fc.constantFrom(...names), (list, other) => {
        const { ana, ben, byAna, byBen } = twoPhones();
        const ids = ask(ana, byAna, list);
        exchange(ana, ben);
        const answered = questions(ana).filter(({ answeredAt }) => answeredAt !== null);
        endVisit(ana, byAna, visit(ana, ids.present), NOW.slice(0, 10));
        endVisit(ben, byBen, visit(ben, ids[other]), "2026-12-31");
        exchange(ana, ben);
        expect(placed(ben)).toEqual(placed(ana));
        expect(questions(ana)).toHaveLength(list.length);
        expect(questions(ana).filter(({ answeredAt }) => answeredAt !== null)).toEqual(answered);
      }),
    );
  });

  it("D4: are not taken back from the visit that answered them, or that someone gave them to meanwhile", () => {
    const { ana, byAna } = twoPhones();
    const ids = visitsOf(ana, byAna);
    const [answered = "", given = "", free = ""] = ["a", "b", "c"].map((text) => addQuestion(ana, byAna, text));
    const left = leaveOpen(ana, byAna, visitingIn(ana, ids.present));
    tickQuestion(ana, byAna, answered, true, ids.present);
    assignQuestion(ana, byAna, given, ids.later);
    takeBack(ana, byAna, left, ids.present);
    const belongs = (id: string) => questions(ana).find((one) => one.id === id)?.visit.value;
    expect([answered, given, free].map(belongs)).toEqual([ids.present, ids.later, null]);
  });
});

describe("a visit that is over", () => {
  it("D4: is one that was ended or whose day has passed, and is named while it left a question open", () => {
    const { ana, byAna } = twoPhones();
    const { past, present } = visitsOf(ana, byAna);
    const question = addQuestion(ana, byAna, "What if I wait?");
    const openAt = () => leftOpenAt(questions(ana)[0] ?? expect.fail("gone"), visits(ana), NOW)?.id ?? "";
    expect(openAt()).toBe("");
    assignQuestion(ana, byAna, question, past);
    expect(openAt()).toBe(past);
    assignQuestion(ana, byAna, question, present);
    expect(openAt()).toBe("");
    setVisit(ana, byAna, present, { endedAt: "2026-12-04T08:50:00.000Z" });
    expect(openAt()).toBe(present);
    tickQuestion(ana, byAna, question, true);
    expect(openAt()).toBe("");
  });

  it("D4: asks nothing more: what is written down after its end is not shown as if it had been left open there", () => {
    const { ana, byAna } = twoPhones();
    const { present, next } = visitsOf(ana, byAna);
    const before = addQuestion(ana, byAna, "Asked and not answered");
    endVisit(ana, byAna, visit(ana, present), NOW.slice(0, 10));
    const since = addQuestion(ana, byAna, "Thought of on the way home");
    expect(alongTo(ana, present)).toEqual([before]);
    expect(alongTo(ana, next)).toEqual([before, since]);
    expect(belongsTo(questions(ana)[0] ?? expect.fail("gone"), present)).toBe(true);
  });

  it("D4: hands on to the earliest visit still to come, else to one without a date, else to none", () => {
    const { ana, byAna } = twoPhones();
    const over = addVisit(ana, byAna, { when: "2026-10-08T09:15" });
    const next = () => visitToCome(visits(ana), over, NOW)?.id ?? null;
    expect(next()).toBeNull();
    const undated = addVisit(ana, byAna, { who: "Dr Lindqvist" });
    expect(next()).toBe(undated);
    addVisit(ana, byAna, { when: "2027-02-29T10:00" });
    const soon = addVisit(ana, byAna, { when: "2026-12-20T10:00" });
    expect(next()).toBe(soon);
    expect(visitToCome(visits(ana), soon, NOW)?.id).not.toBe(soon);
  });
});
