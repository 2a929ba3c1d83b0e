// The agreed next steps: tasks of the case that belong to this visit. A step left empty is not kept.

import { Plus, Trash } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { OpenCase } from "../../../cases/documents/book";
import { deleteEntry, restoreEntry } from "../../../domain/case/entries";
import { type Task, taskEntries } from "../../../domain/tasks/tasks";
import { addNextStep, nextSteps } from "../../../domain/visits/afterVisit";
import { messagesFrom } from "../../../i18n";
import entriesWords from "../../../i18n/en/entries.json";
import visitWords from "../../../i18n/en/visit.json";
import { fieldsOf } from "../../components/fields";
import { Button } from "../../start/components/button";
import { offerUndo } from "../../start/undo";
import { useOpened } from "../../start/useCase";
import { VisitPart } from "./visitPart";
import "./after.css";

const t = messagesFrom(entriesWords, visitWords);
const StepField = fieldsOf(taskEntries, visitWords, "nextStep");

type Props = { visit: string };

export function NextSteps({ visit }: Props) {
  const opened = useOpened();
  const [added, setAdded] = useState<readonly string[]>([]);
  useNoEmptySteps(opened, added);
  const add = () => setAdded([...added, addNextStep(opened.doc, opened.writer, visit)]);
  const steps = nextSteps(opened.doc, visit);
  const adding = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone.
  const onGone = () => adding.current?.querySelector("button")?.focus();
  return (
    <VisitPart heading={t("visitAfter.steps")}>
      <p>{t("visitAfter.stepsWhy")}</p>
      {steps.length === 0 && <p class="quiet">{t("visitAfter.stepsExample")}</p>}
      {steps.map((step, at) => (
        <Step key={step.id} step={step} number={at + 1} isNew={step.id === added.at(-1)} onGone={onGone} />
      ))}
      <div class="stack" ref={adding}>
        <Button look="quiet" icon={Plus} onClick={add}>
          {t("visitAfter.stepAdd")}
        </Button>
      </div>
    </VisitPart>
  );
}

type StepProps = { step: Task; number: number; isNew: boolean; onGone: () => void };

function Step({ step, number, isNew, onGone }: StepProps) {
  const opened = useOpened();
  const remove = () => {
    const { doc, writer } = opened;
    deleteEntry(doc, "tasks", step.id, writer);
    offerUndo(t("entryKind.deletedOne.tasks"), () => restoreEntry(doc, "tasks", step.id));
    onGone();
  };
  return (
    <fieldset class="next-step">
      <legend>{t("visitAfter.stepNumber", { number })}</legend>
      <StepField of={step} name="what" comesFirst={isNew} />
      <StepField of={step} name="dueOn" />
      <StepField of={step} name="doneAt" />
      <Button look="plain" icon={Trash} removes onClick={remove}>
        {t("visitAfter.stepDelete")}
      </Button>
    </fieldset>
  );
}

/** Only steps added here: a step that is empty on another phone may just be about to be written. */
function useNoEmptySteps(opened: OpenCase, added: readonly string[]): void {
  const latest = useRef(added);
  latest.current = added;
  useEffect(
    () => () => {
      for (const id of latest.current) taskEntries.takeBack(opened.doc, opened.writer, id);
    },
    [opened],
  );
}
