// The frame of one of the three steps after a visit: which step it is, and the one way on in thumb reach.
import type { ComponentChildren } from "preact";
import { type Visit, visitEntries, visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import { CaseScreen } from "../../components/caseScreen";
import { EntryGone } from "../../entries/entryEnd";
import { useEntry } from "../../entries/useEntry";
import { useTitle } from "../../entries/useTitle";
import { useServices } from "../../start/services";
import "./after.css";

const t = messagesFrom(visitWords);

const STEPS = 3;

type Props = {
  id: string;
  number: 1 | 2 | 3;
  name: string;
  back: string;
  dock: (visit: Visit) => ComponentChildren;
  children: (visit: Visit) => ComponentChildren;
};

export function AfterStep({ id, number, name, back, dock, children }: Props) {
  const titles = useTitle(t("visitAfter.title"), visitEntries, id);
  const isOpen = useServices().openCase.value.state === "open";
  return (
    <CaseScreen {...titles} back={back} dock={isOpen && <OfVisit id={id} of={dock} />}>
      <div class="stack after">
        <div class="after-step">
          <progress value={number} max={STEPS} aria-hidden="true" />
          <h2>{t("visitAfter.step", { number, count: STEPS, name })}</h2>
        </div>
        <OfVisit id={id} of={children} gone={<EntryGone kind="visits" id={id} />} />
      </div>
    </CaseScreen>
  );
}

type Of = { id: string; of: (visit: Visit) => ComponentChildren; gone?: ComponentChildren };

function OfVisit({ id, of, gone = null }: Of) {
  const visit = useEntry(visits, id);
  return <>{visit === null ? gone : of(visit)}</>;
}
