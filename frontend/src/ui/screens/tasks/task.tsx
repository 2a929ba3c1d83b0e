// One thing to do: what, on which day, what to say, and the way to what it is about.
import { ArrowRight } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import { type Task, type TaskFields, taskEntries, tasks, tickTask } from "../../../domain/tasks";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import tasksWords from "../../../i18n/en/tasks.json";
import { CaseScreen } from "../../components/caseScreen";
import { Switch } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { DeleteEntry, EntryGone } from "../../components/entryEnd";
import { RegisterDate, RegisterField } from "../../components/registerField";
import { TextArea } from "../../components/textField";
import { ButtonLink } from "../../start/components/button";
import type { Places } from "../../start/route";
import { useEntry, useNothingLeftBehind } from "../../useEntry";
import { taskPlace } from "./taskNames";

const t = messagesFrom(tasksWords);

export function TaskPage({ places }: { places: Places }) {
  return (
    <CaseScreen title={t("tasks.one")} back="/case/tasks">
      {(opened) => <TaskForm opened={opened} id={places.id ?? ""} />}
    </CaseScreen>
  );
}

function TaskForm({ opened, id }: { opened: OpenCase; id: string }) {
  const task = useEntry(opened, tasks, id);
  useNothingLeftBehind(opened, "tasks", id, (doc) => {
    const left = taskEntries.find(doc, id);
    return left === null || left.about.value !== "own" || left.dueOn.value !== "" || taskEntries.holdsWords(doc, id);
  });
  if (task === null) return <EntryGone opened={opened} kind="tasks" id={id} />;
  const write = (fields: Partial<TaskFields>) => taskEntries.set(opened.doc, opened.writer, id, fields);
  const place = taskPlace(task);
  return (
    <div class="stack">
      {task.about.value !== "own" && <p class="quiet">{t(`tasks.about.${task.about.value}`)}</p>}
      <RegisterField
        label={t("tasks.what")}
        hint={t("tasks.whatHint")}
        field={task.what}
        onWrite={(what) => write({ what })}
        autoFocus={task.about.value === "own" && task.what.value === ""}
      />
      <RegisterDate
        label={t("tasks.dueOn")}
        hint={t("tasks.dueHint")}
        field={task.dueOn}
        onWrite={(dueOn) => write({ dueOn })}
      />
      <TextArea
        label={t("tasks.words")}
        hint={t("tasks.wordsHint")}
        value={task.words}
        onInput={(words) => taskEntries.write(opened.doc, id, "words", words)}
        current={() => taskEntries.find(opened.doc, id)?.words ?? ""}
      />
      {place !== null && (
        <ButtonLink look="quiet" href={place.href} icon={ArrowRight}>
          {t(place.words)}
        </ButtonLink>
      )}
      <Done opened={opened} task={task} />
      <DeleteEntry opened={opened} kind="tasks" id={id} up="/case/tasks" />
    </div>
  );
}

function Done({ opened, task }: { opened: OpenCase; task: Task }) {
  const tick = (isDone: boolean) => tickTask(opened.doc, opened.writer, task.id, isDone);
  const doneAt = task.doneAt.value;
  return (
    <>
      <Switch
        label={t("tasks.isDone")}
        {...(doneAt === "" ? {} : { hint: t("tasks.doneOn", { date: dayText(doneAt) }) })}
        on={doneAt !== ""}
        onChange={tick}
      />
      <ConflictField
        label={t("tasks.isDone")}
        field={task.doneAt}
        show={(at) => (at === "" ? t("tasks.notDone") : t("tasks.doneOn", { date: dayText(at) }))}
        onChoose={(at) => taskEntries.set(opened.doc, opened.writer, task.id, { doneAt: at })}
      />
    </>
  );
}
