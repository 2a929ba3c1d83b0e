// The next steps that were agreed: tasks of the case that belong to this visit. A step left empty is not kept.
import { Plus, Trash } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { OpenCase } from "../../../cases/book";
import { deleteEntry, restoreEntry } from "../../../domain/case/entries";
import { type Task, type TaskFields, taskEntries } from "../../../domain/tasks/tasks";
import { addNextStep, isEmptyStep, nextSteps } from "../../../domain/visits/afterVisit";
import { messagesFrom } from "../../../i18n";
import entriesWords from "../../../i18n/en/entries.json";
import visitWords from "../../../i18n/en/visit.json";
import { Switch } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { RegisterDate, RegisterField } from "../../components/registerField";
import { Button } from "../../start/components/button";
import { offerUndo } from "../../start/undo";
import { VisitPart } from "./visitPart";
import "./after.css";
import { here } from "../../../domain/days/instants";

const t = messagesFrom(entriesWords, visitWords);

type Props = { opened: OpenCase; visit: string };

export function NextSteps({ opened, visit }: Props) {
  const [added, setAdded] = useState<readonly string[]>([]);
  useNoEmptySteps(opened, added);
  const add = () => setAdded([...added, addNextStep(opened.doc, opened.writer, visit)]);
  const steps = nextSteps(opened.doc, visit);
  const adding = useRef<HTMLDivElement>(null);
  // The button that was used is gone.
  const onGone = () => adding.current?.querySelector("button")?.focus();
  return (
    <VisitPart heading={t("visitAfter.steps")}>
      <p>{t("visitAfter.stepsWhy")}</p>
      {steps.length === 0 && <p class="quiet">{t("visitAfter.stepsExample")}</p>}
      {steps.map((step, at) => (
        <Step
          key={step.id}
          opened={opened}
          step={step}
          number={at + 1}
          isNew={step.id === added.at(-1)}
          onGone={onGone}
        />
      ))}
      <div class="stack" ref={adding}>
        <Button look="quiet" icon={Plus} onClick={add}>
          {t("visitAfter.stepAdd")}
        </Button>
      </div>
    </VisitPart>
  );
}

type StepProps = { opened: OpenCase; step: Task; number: number; isNew: boolean; onGone: () => void };

function Step({ opened, step, number, isNew, onGone }: StepProps) {
  const { doc, writer } = opened;
  const write = (fields: Partial<TaskFields>) => taskEntries.set(doc, writer, step.id, fields);
  const remove = () => {
    deleteEntry(doc, "tasks", step.id, writer);
    offerUndo(t("entryKind.deletedOne.tasks"), () => restoreEntry(doc, "tasks", step.id));
    onGone();
  };
  const isDone = (doneAt: string) => doneAt !== "";
  return (
    <fieldset class="next-step">
      <legend>{t("visitAfter.stepNumber", { number })}</legend>
      <RegisterField
        label={t("visitAfter.stepWhat")}
        field={step.what}
        onWrite={(what) => write({ what })}
        autoFocus={isNew}
      />
      <RegisterDate label={t("visitAfter.stepBy")} field={step.dueOn} onWrite={(dueOn) => write({ dueOn })} />
      <Switch
        label={t("visitAfter.stepDone")}
        on={isDone(step.doneAt.value)}
        onChange={(done) => write({ doneAt: done ? here(writer) : "" })}
      />
      <ConflictField
        label={t("visitAfter.stepDone")}
        field={step.doneAt}
        show={(doneAt) => (isDone(doneAt) ? t("visitAfter.stepDone") : t("visitAfter.stepNotDone"))}
        onChoose={(doneAt) => write({ doneAt })}
      />
      <Button look="plain" icon={Trash} removes onClick={remove}>
        {t("visitAfter.stepDelete")}
      </Button>
    </fieldset>
  );
}

/** Only those added here: one that stands empty on another phone may be in the middle of being written. */
function useNoEmptySteps(opened: OpenCase, added: readonly string[]): void {
  const latest = useRef(added);
  latest.current = added;
  useEffect(
    () => () => {
      for (const id of latest.current.filter((one) => isEmptyStep(opened.doc, one))) {
        deleteEntry(opened.doc, "tasks", id, opened.writer);
      }
    },
    [opened],
  );
}
