// One worry to raise with the first doctor: how far that has come, and a task that reminds of it.
import { ListChecks, ListPlus } from "lucide-preact";
import { useId } from "preact/hooks";
import type { OpenCase } from "../../../cases/book";
import type { Concern } from "../../../domain/concerns";
import { deleteEntry } from "../../../domain/entries";
import { type Raised, raisedOf, setRaised, settlingTasks } from "../../../domain/selfCheck";
import { taskEntries, tasks } from "../../../domain/tasks";
import { messagesFrom } from "../../../i18n";
import whetherWords from "../../../i18n/en/whether.json";
import { ConflictField } from "../../components/conflictField";
import { Said } from "../../components/said";
import { Select } from "../../components/select";
import { addressOf } from "../../entryNames";
import { excerpt } from "../../excerpt";
import { Button } from "../../start/components/button";
import { Icon } from "../../start/components/icon";
import { offerUndo } from "../../start/undo";
import { useCaseValue } from "../../start/useCase";
import { useKeptFocus } from "../questions/keptFocus";

const t = messagesFrom(whetherWords);

const states: readonly Raised[] = ["", "raised", "settled"];

type Props = { opened: OpenCase; group: readonly Concern[]; about: string };

export function Raise({ opened, group, about }: Props) {
  const heading = useId();
  const raised = raisedOf(group);
  const choose = (next: Raised) => setRaised(opened.doc, opened.writer, group, next);
  return (
    <section class="raise" aria-labelledby={heading}>
      <h3 id={heading}>
        <Said text={about} />
      </h3>
      <Select<Raised>
        label={t("whether.raised")}
        options={states.map((state) => ({ value: state, label: stateText(state) }))}
        value={raised.value}
        onChoose={choose}
      />
      <ConflictField label={t("whether.raised")} field={raised} show={stateText} onChoose={choose} />
      <Settle opened={opened} group={group} about={about} />
    </section>
  );
}

function stateText(state: Raised): string {
  return t(`whether.raisedStates.${state || "none"}`);
}

/** Offers the task while the worry was not raised yet; shows it once it is there. */
function Settle({ opened, group, about }: Props) {
  const around = useKeptFocus<HTMLDivElement>();
  const all = useCaseValue(opened, tasks);
  const [task] = settlingTasks(all, group);
  return (
    <div class="stack" ref={around}>
      {task && (
        <a class="raise-task" href={addressOf("tasks", task.id)}>
          <Icon of={ListChecks} small />
          {task.doneAt.value === "" ? t("whether.settleThere") : t("whether.settleDone")}
        </a>
      )}
      {!task && raisedOf(group).value === "" && (
        <Button look="quiet" icon={ListPlus} onClick={() => addTask(opened, group, about)}>
          {t("whether.settle")}
        </Button>
      )}
    </div>
  );
}

function addTask(opened: OpenCase, group: readonly Concern[], about: string): void {
  const of = group[0]?.id ?? "";
  const what = t("whether.settleTask", { reason: excerpt(about) });
  const id = taskEntries.add(opened.doc, opened.writer, { what, about: "settle", of });
  offerUndo(t("whether.settleAdded"), () => deleteEntry(opened.doc, "tasks", id, opened.writer));
}
