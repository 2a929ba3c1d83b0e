// The task to discuss another doctor's opinion with the first doctor: its day, its points, and the tick. Removing it
// can be undone; it is never created a second time.

import { ListPlus, Trash } from "lucide-preact";
import type { OpenCase } from "../../../cases/documents/book";
import { deleteEntry, restoreEntry } from "../../../domain/case/entries";
import { here } from "../../../domain/days/instants";
import { discussTask, removedDiscussTask } from "../../../domain/opinions/discuss";
import type { Opinion } from "../../../domain/opinions/opinionEntries";
import { firstDoctorsName } from "../../../domain/opinions/opinions";
import { type Task, taskEntries } from "../../../domain/tasks/tasks";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import opinionsWords from "../../../i18n/en/opinions.json";
import { Switch } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { RegisterDate } from "../../components/registerField";
import { TextArea } from "../../components/textField";
import { Button, ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { isolated } from "../../start/isolate";
import { offerUndo } from "../../start/undo";
import { useOpened } from "../../start/useCase";
import { useDiscussTask } from "./discussing";

const t = messagesFrom(opinionsWords);

type TaskProps = { task: Task };

/** Renders nothing for the first doctor's own opinion, or while nothing is written. */
export function DiscussCard({ opinion }: { opinion: Opinion }) {
  const opened = useOpened();
  useDiscussTask(opened, opinion);
  const task = discussTask(opened.doc, opinion.id);
  const removed = removedDiscussTask(opened.doc, opinion.id);
  const who = firstDoctorsName(opened.doc);
  const heading = who === "" ? t("discuss.heading") : t("discuss.headingWith", { who: isolated(who) });
  if (task) {
    return (
      <Card heading={heading}>
        <p>{t("discuss.why")}</p>
        <TaskForm task={task} />
      </Card>
    );
  }
  if (removed === null) return null;
  return (
    <Button look="quiet" icon={ListPlus} onClick={() => restoreEntry(opened.doc, "tasks", removed.id)}>
      {heading}
    </Button>
  );
}

function TaskForm({ task }: TaskProps) {
  const opened = useOpened();
  const { doc, writer } = opened;
  return (
    <>
      <RegisterDate
        label={t("discuss.due")}
        field={task.dueOn}
        onWrite={(dueOn) => taskEntries.set(doc, writer, task.id, { dueOn })}
      />
      <TextArea
        label={t("discuss.points")}
        rows={4}
        value={task.words}
        current={() => taskEntries.find(doc, task.id)?.words ?? task.words}
        onInput={(words) => taskEntries.write(doc, task.id, "words", words)}
      />
      <Done task={task} />
      <ButtonLink look="plain" href="/guide/card/A1">
        {t("discuss.card")}
      </ButtonLink>
      <Button look="plain" icon={Trash} removes onClick={() => remove(opened, task)}>
        {t("discuss.remove")}
      </Button>
    </>
  );
}

function Done({ task }: TaskProps) {
  const { doc, writer } = useOpened();
  const mark = (doneAt: string) => taskEntries.set(doc, writer, task.id, { doneAt });
  return (
    <>
      <Switch
        label={t("discuss.done")}
        on={task.doneAt.value !== ""}
        onChange={(done) => mark(done ? here(writer) : "")}
      />
      <ConflictField
        label={t("discuss.done")}
        field={task.doneAt}
        show={(doneAt) => (doneAt === "" ? t("discuss.notDone") : dayText(doneAt))}
        onChoose={mark}
      />
    </>
  );
}

function remove({ doc, writer }: OpenCase, task: Task): void {
  deleteEntry(doc, "tasks", task.id, writer);
  offerUndo(t("discuss.removed"), () => restoreEntry(doc, "tasks", task.id));
}
