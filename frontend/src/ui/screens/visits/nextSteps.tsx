// The third step after a visit: what was agreed, as tasks of the case that belong to this visit, what stayed open, and the
// report. A next step left empty is not kept.

import { Check, MessagesSquare, Plus, Trash } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { OpenCase } from "../../../cases/documents/book";
import { deleteEntry, restoreEntry } from "../../../domain/case/entries";
import { discussTask } from "../../../domain/opinions/discuss";
import { type Opinion, opinions } from "../../../domain/opinions/opinionEntries";
import { type Task, taskEntries } from "../../../domain/tasks/tasks";
import { addNextStep, nextSteps } from "../../../domain/visits/afterVisit";
import { isOver } from "../../../domain/visits/goingAlong";
import { isWithFirst, type Visit } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import entriesWords from "../../../i18n/en/entries.json";
import visitWords from "../../../i18n/en/visit.json";
import { fieldsOf } from "../../components/fields";
import { addressOf } from "../../entries/entryNames";
import { Button } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { localNow } from "../../start/localNow";
import { navigate, type Params } from "../../start/router";
import { offerUndo } from "../../start/undo";
import { useOpened } from "../../start/useCase";
import { useDiscussTask } from "../opinions/discussing";
import { AfterStep } from "./afterStep";
import { end } from "./endVisit";
import { Report } from "./report";
import { StillOpen } from "./stillOpen";
import { stepAddress } from "./visitLinks";

const t = messagesFrom(entriesWords, visitWords);
const StepField = fieldsOf(taskEntries, visitWords, "nextStep");

export function NextSteps({ params: { id = "" } }: { params: Params }) {
  return (
    <AfterStep
      id={id}
      number={3}
      name={t("visitAfter.steps")}
      back={stepAddress(id, "advised")}
      dock={(visit) => <Done visit={visit} />}
    >
      {(visit) => (
        <>
          <Steps visit={id} />
          <StillOpen visit={visit} />
          {/* The first doctor has no other first doctor to report to. */}
          {!isWithFirst(visit) && <Report visit={visit} />}
        </>
      )}
    </AfterStep>
  );
}

/** Whoever is done here is not with the doctor any more. */
function Done({ visit }: { visit: Visit }) {
  const opened = useOpened();
  const done = () => {
    if (!isOver(visit, localNow())) end(opened, visit);
    navigate("/");
  };
  return (
    <Button icon={Check} onClick={done}>
      {t("visitAfter.done")}
    </Button>
  );
}

function Steps({ visit }: { visit: string }) {
  const opened = useOpened();
  const [added, setAdded] = useState<readonly string[]>([]);
  useNoEmptySteps(opened, added);
  const add = () => setAdded([...added, addNextStep(opened.doc, opened.writer, visit)]);
  const steps = nextSteps(opened.doc, visit);
  const opinion = opinions(opened.doc).find((one) => one.visit.value === visit);
  const adding = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone.
  const onGone = () => adding.current?.querySelector("button")?.focus();
  return (
    <>
      <p>{t("visitAfter.stepsWhy")}</p>
      {opinion && <Discuss opinion={opinion} />}
      {steps.map((step, at) => (
        <Step key={step.id} step={step} number={at + 1} isNew={step.id === added.at(-1)} onGone={onGone} />
      ))}
      <div ref={adding}>
        <Button look="quiet" icon={Plus} onClick={add}>
          {t("visitAfter.stepAdd")}
        </Button>
      </div>
    </>
  );
}

/** What another doctor said is talked over with the first one: the task for that is there as soon as there are words. */
function Discuss({ opinion }: { opinion: Opinion }) {
  const opened = useOpened();
  useDiscussTask(opened, opinion);
  const task = discussTask(opened.doc, opinion.id);
  if (task === null) return null;
  return (
    <Rows>
      <LinkRow href={addressOf("tasks", task.id)} icon={MessagesSquare} title={task.what.value} />
    </Rows>
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
    <fieldset class="card next-step">
      <legend>{t("visitAfter.stepNumber", { number })}</legend>
      <StepField of={step} name="what" comesFirst={isNew} />
      <StepField of={step} name="dueOn" />
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
