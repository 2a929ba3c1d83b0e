import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAfter } from "../../../src/domain/days/days";
import { taskEntries, tasks, tickTask } from "../../../src/domain/tasks/tasks";
import { tasksByDay } from "../../../src/domain/tasks/tasksByDay";
import { exchange, twoPhones } from "./twoDocs";

const TODAY = "2026-11-22";

describe("what there is to do", () => {
  it("stands by day: earlier days, today, each day ahead, no day, done", () => {
    const { ana, byAna } = twoPhones();
    const add = (what: string, dueOn: string) => taskEntries.add(ana, byAna, { what, dueOn });
    add("later", "2026-12-01");
    add("any day", "");
    add("late", "2026-11-20");
    add("now", TODAY);
    add("sooner", "2026-11-25");
    add("also later", "2026-12-01");
    tickTask(ana, byAna, add("over", TODAY), true);
    const names = (some: { what: { value: string } }[]) => some.map(({ what }) => what.value);
    const { overdue, today, later, noDay, done } = tasksByDay(tasks(ana), TODAY);
    expect([overdue, today, noDay, done].map(names)).toEqual([["late"], ["now"], ["any day"], ["over"]]);
    expect(later.map(({ day, tasks: some }) => [day, names(some)])).toEqual([
      ["2026-11-25", ["sooner"]],
      ["2026-12-01", ["later", "also later"]],
    ]);
  });

  it("keeps a task in its place when it was ticked just now", () => {
    const { ana, byAna } = twoPhones();
    const id = taskEntries.add(ana, byAna, { what: "Call the clinic", dueOn: TODAY });
    tickTask(ana, byAna, id, true);
    expect(tasksByDay(tasks(ana), TODAY, new Set([id])).today.length).toBe(1);
    expect(tasksByDay(tasks(ana), TODAY).done.length).toBe(1);
    tickTask(ana, byAna, id, false);
    expect(tasksByDay(tasks(ana), TODAY).today.length).toBe(1);
  });

  it("shows every task exactly once, whatever its day", () => {
    const day = fc.oneof(
      fc.integer({ min: -50, max: 50 }).map((count) => dayAfter(TODAY, count)),
      fc.constantFrom("", "2026-02-30", "soon"),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ dueOn: day, done: fc.boolean() }), { maxLength: 30 }), (wanted) => {
        const { ana, byAna } = twoPhones();
        for (const { dueOn, done } of wanted) {
          taskEntries.add(ana, byAna, { what: "x", dueOn, doneAt: done ? byAna.now() : "" });
        }
        const { overdue, today, later, noDay, done } = tasksByDay(tasks(ana), TODAY);
        const shown = [...overdue, ...today, ...later.flatMap((one) => one.tasks), ...noDay, ...done];
        expect(shown.map(({ id }) => id).sort()).toEqual(
          tasks(ana)
            .map(({ id }) => id)
            .sort(),
        );
      }),
    );
  });

  it("A1: keeps both days when two phones plan one task at once, until someone chooses", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = taskEntries.add(ana, byAna, { what: "Talk it over", about: "discuss" });
    exchange(ana, ben);
    taskEntries.set(ana, byAna, id, { dueOn: "2026-12-05" });
    taskEntries.set(ben, byBen, id, { dueOn: "2026-12-07" });
    taskEntries.write(ben, id, "words", "Ask about waiting.");
    exchange(ana, ben);
    const [task] = tasks(ana);
    expect([task?.dueOn.value, ...(task?.dueOn.others ?? [])].sort()).toEqual(["2026-12-05", "2026-12-07"]);
    expect(task?.words).toBe("Ask about waiting.");
    expect(tasks(ben)[0]?.dueOn).toEqual(task?.dueOn);
  });
});
