// One thing to do: what, on which day, what to say, and the way to what it is about.
import { ArrowRight } from "lucide-preact";
import { taskEntries } from "../../../domain/tasks";
import { messagesFrom } from "../../../i18n";
import tasksWords from "../../../i18n/en/tasks.json";
import { DeleteEntry } from "../../components/entryEnd";
import { EntryPage } from "../../components/entryPage";
import { fieldsOf } from "../../components/fields";
import { ButtonLink } from "../../start/components/button";
import type { Places } from "../../start/route";
import { taskPlace } from "./taskNames";

const t = messagesFrom(tasksWords);
const Field = fieldsOf(taskEntries, tasksWords, "tasks");

export function TaskPage({ places }: { places: Places }) {
  return (
    <EntryPage
      of={taskEntries}
      id={places.id ?? ""}
      title={t("tasks.one")}
      up="/case/tasks"
      // One that a screen offered says by that what is to be done.
      stays={({ about }) => about.value !== "own"}
    >
      {(task) => {
        const { about } = task;
        const place = taskPlace(task);
        return (
          <div class="stack">
            {about.value !== "own" && <p class="quiet">{t(`tasks.about.${about.value}`)}</p>}
            <Field of={task} name="what" comesFirst={about.value === "own"} />
            <Field of={task} name="dueOn" />
            <Field of={task} name="words" />
            {place !== null && (
              <ButtonLink look="quiet" href={place.href} icon={ArrowRight}>
                {t(place.words)}
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
