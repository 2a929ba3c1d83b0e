// One task: tick it on the left, open it on the right.
import type { ComponentChildren } from "preact";
import type { Task } from "../../../domain/tasks/tasks";
import { messagesFrom } from "../../../i18n";
import tasksWords from "../../../i18n/en/tasks.json";
import { addressOf } from "../../entries/entryNames";
import { excerpt } from "../../text/excerpt";
import { taskName } from "./taskNames";

const t = messagesFrom(tasksWords);

type Props = { task: Task; onTick: (isDone: boolean) => void; note: ComponentChildren };

export function TaskRow({ task, onTick, note }: Props) {
  const name = excerpt(taskName(task));
  const isDone = task.doneAt.value !== "";
  return (
    <li class="task-row">
      <label class="task-tick">
        <input type="checkbox" checked={isDone} onChange={(event) => onTick(event.currentTarget.checked)} />
        <span class="hidden-but-read">{t("tasks.tick", { task: name })}</span>
      </label>
      <a class="task-link" href={addressOf("tasks", task.id)}>
        <bdi class={isDone ? "task-name task-done" : "task-name"}>{name}</bdi>
        {note && <span class="quiet">{note}</span>}
      </a>
    </li>
  );
}
