// What there is to do, by day. A day that has passed is mentioned calmly; nothing here counts, presses or praises. A
// task that was just ticked keeps its place until the screen is left, so that neither eye nor focus loses it.
import { ListTodo, Plus } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type Task, taskEntries, tasks, tickTask } from "../../../domain/tasks/tasks";
import { tasksByDay } from "../../../domain/tasks/tasksByDay";
import { messagesFrom } from "../../../i18n";
import { dayText, nearDayText } from "../../../i18n/dates";
import tasksWords from "../../../i18n/en/tasks.json";
import { CaseScreen } from "../../components/caseScreen";
import { EmptyState } from "../../components/emptyState";
import { addressOf } from "../../entries/entryNames";
import { Button } from "../../start/components/button";
import { today } from "../../start/localNow";
import { navigate } from "../../start/router";
import { offerUndo } from "../../start/undo";
import { useCaseValue, useOpened } from "../../start/useCase";
import { exampleDay } from "../../text/whenText";
import { TaskRow } from "./taskRow";
import "./tasks.css";

const t = messagesFrom(tasksWords);

export function Tasks() {
  return (
    <CaseScreen title={t("tasks.title")} back="/" dock={<Add />}>
      <List />
    </CaseScreen>
  );
}

function Add() {
  const opened = useOpened();
  const add = () => navigate(addressOf("tasks", taskEntries.add(opened.doc, opened.writer, { about: "own" })));
  return (
    <Button icon={Plus} onClick={add}>
      {t("tasks.add")}
    </Button>
  );
}

function List() {
  const opened = useOpened();
  const all = useCaseValue(tasks);
  const [stay, setStay] = useState<ReadonlySet<string>>(new Set());
  if (all.length === 0) {
    return (
      <EmptyState
        icon={ListTodo}
        title={t("tasks.emptyTitle")}
        why={t("tasks.emptyWhy")}
        example={t("tasks.emptyExample", { date: exampleDay("2026-12-01") })}
      />
    );
  }
  const now = today();
  const { overdue, today: dueToday, later, noDay, done } = tasksByDay(all, now, stay);
  const tick = (task: Task, isDone: boolean) => {
    setStay(new Set([...stay, task.id]));
    tickTask(opened.doc, opened.writer, task.id, isDone);
    if (isDone) offerUndo(t("tasks.ticked"), () => tickTask(opened.doc, opened.writer, task.id, false));
  };
  const rows = (some: readonly Task[], note?: (task: Task) => ComponentChildren) =>
    some.map((task) => (
      <TaskRow key={task.id} task={task} onTick={(isDone) => tick(task, isDone)} note={note?.(task)} />
    ));
  return (
    <div class="stack">
      {overdue.length + dueToday.length + later.length + noDay.length === 0 && <p>{t("tasks.allDone")}</p>}
      <Day heading={t("tasks.overdue")} rows={rows(overdue, (task) => <Planned task={task} now={now} />)} />
      <Day heading={t("tasks.today")} rows={rows(dueToday)} />
      {later.map(({ day, tasks: some }) => (
        <Day key={day} heading={nearDayText(day, now)} rows={rows(some)} />
      ))}
      <Day heading={t("tasks.noDay")} rows={rows(noDay)} />
      <Day
        heading={t("tasks.doneHeading")}
        rows={rows(done, (task) => t("tasks.doneAtValues.set", { date: dayText(task.doneAt.value) }))}
      />
    </div>
  );
}

function Planned({ task, now }: { task: Task; now: string }) {
  return <span class="task-planned">{t("tasks.planned", { date: nearDayText(task.dueOn.value, now) })}</span>;
}

function Day({ heading, rows }: { heading: string; rows: ComponentChildren[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <ul class="task-rows">{rows}</ul>
    </section>
  );
}
