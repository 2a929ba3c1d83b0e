// One worry to raise with the first doctor: how far that has come, and a task as a reminder.
import { ListChecks, ListPlus } from "lucide-preact";
import { useId } from "preact/hooks";
import type { OpenCase } from "../../../cases/documents/book";
import { deleteEntry } from "../../../domain/case/entries";
import type { Reason } from "../../../domain/reasons/reasons";
import { type Raised, raisedOf, setRaised, settlingTasks } from "../../../domain/reasons/ticking";
import { taskEntries, tasks } from "../../../domain/tasks/tasks";
import { messagesFrom } from "../../../i18n";
import reasonsWords from "../../../i18n/en/reasons.json";
import { ConflictField } from "../../components/conflictField";
import { Said } from "../../components/said";
import { Select } from "../../components/select";
import { addressOf } from "../../entries/entryNames";
import { Button } from "../../start/components/button";
import { Icon } from "../../start/components/icon";
import { offerUndo } from "../../start/undo";
import { useCaseValue, useOpened } from "../../start/useCase";
import { excerpt } from "../../text/excerpt";
import { useKeptFocus } from "../questions/keptFocus";

const t = messagesFrom(reasonsWords);

const states: readonly Raised[] = ["", "raised", "settled"];

type Props = { group: readonly Reason[]; about: string };

export function Raise({ group, about }: Props) {
  const opened = useOpened();
  const heading = useId();
  const raised = raisedOf(group);
  const choose = (next: Raised) => setRaised(opened.doc, opened.writer, group, next);
  return (
    <section class="raise" aria-labelledby={heading}>
      <h3 id={heading}>
        <Said text={about} />
      </h3>
      <Select<Raised>
        label={t("reasons.raised")}
        options={states.map((state) => ({ value: state, label: stateText(state) }))}
        value={raised.value}
        onChoose={choose}
      />
      <ConflictField label={t("reasons.raised")} field={raised} show={stateText} onChoose={choose} />
      <Settle group={group} about={about} />
    </section>
  );
}

function stateText(state: Raised): string {
  return t(`reasons.raisedStates.${state || "none"}`);
}

/** Offers the task while the worry was not raised; shows the task once it exists. */
function Settle({ group, about }: Props) {
  const opened = useOpened();
  const around = useKeptFocus<HTMLDivElement>();
  const all = useCaseValue(tasks);
  const [task] = settlingTasks(all, group);
  return (
    <div class="stack" ref={around}>
      {task && (
        <a class="raise-task" href={addressOf("tasks", task.id)}>
          <Icon of={ListChecks} small />
          {task.doneAt.value === "" ? t("reasons.settleThere") : t("reasons.settleDone")}
        </a>
      )}
      {!task && raisedOf(group).value === "" && (
        <Button look="quiet" icon={ListPlus} onClick={() => addTask(opened, group, about)}>
          {t("reasons.settle")}
        </Button>
      )}
    </div>
  );
}

function addTask(opened: OpenCase, group: readonly Reason[], about: string): void {
  const of = group[0]?.id ?? "";
  const what = t("reasons.settleTask", { reason: excerpt(about) });
  const id = taskEntries.add(opened.doc, opened.writer, { what, about: "settle", of });
  offerUndo(t("reasons.settleAdded"), () => deleteEntry(opened.doc, "tasks", id, opened.writer));
}
