// One task: what, on which day, what to say, and a link to what it is about.
import { ArrowRight } from "lucide-preact";
import { taskEntries } from "../../../domain/tasks/tasks";
import { messagesFrom } from "../../../i18n";
import tasksWords from "../../../i18n/en/tasks.json";
import { fieldsOf } from "../../components/fields";
import { DeleteEntry } from "../../entries/entryEnd";
import { EntryPage } from "../../entries/entryPage";
import { ButtonLink } from "../../start/components/button";
import type { Params } from "../../start/router";
import { taskLink } from "./taskNames";

const t = messagesFrom(tasksWords);
const Field = fieldsOf(taskEntries, tasksWords, "tasks");

export function TaskPage({ params }: { params: Params }) {
  return (
    <EntryPage
      of={taskEntries}
      id={params.id ?? ""}
      title={t("tasks.one")}
      up="/case/tasks"
      // A task that a screen offered says what to do even while it is blank.
      stays={({ about }) => about.value !== "own"}
    >
      {(task) => {
        const { about } = task;
        const link = taskLink(task);
        return (
          <div class="stack">
            {about.value !== "own" && <p class="quiet">{t(`tasks.about.${about.value}`)}</p>}
            <Field of={task} name="what" comesFirst={about.value === "own"} />
            <Field of={task} name="dueOn" />
            <Field of={task} name="words" />
            {link !== null && (
              <ButtonLink look="quiet" href={link.href} icon={ArrowRight}>
                {t(link.words)}
              </ButtonLink>
            )}
            <Field of={task} name="doneAt" />
            <DeleteEntry />
          </div>
        );
      }}
    </EntryPage>
  );
}
