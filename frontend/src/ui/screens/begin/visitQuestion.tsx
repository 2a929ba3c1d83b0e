// Who the next visit is with, and when: asked before the case holds anything, so that Skip leaves nothing behind.
import { useRef, useState } from "preact/hooks";
import { messagesFrom } from "../../../i18n";
import beginWords from "../../../i18n/en/begin.json";
import visitsWords from "../../../i18n/en/visits.json";
import { DateField } from "../../components/dateField";
import { TextField } from "../../components/textField";
import { useTypedHere } from "../../start/onlyHere";
import type { Starting } from "./startCase";
import { Step } from "./step";

const t = messagesFrom(beginWords, visitsWords);

export type NextVisit = { who: string; when: string };
/** Writes the day that was meant, if the person confirms it on the next screen. */
export type WriteWhen = (when: string) => void;
type Props = {
  number: number;
  of: number;
  state?: Starting;
  /** `then` receives the function that writes into the visit from then on. */
  onNext: (visit: NextVisit, then: (write: WriteWhen) => void) => void;
  onSkip: () => void;
};

export function VisitQuestion({ onNext, ...step }: Props) {
  const [who, setWho] = useState("");
  const [when, setWhen] = useState("");
  const write = useRef<WriteWhen>(setWhen);
  useTypedHere(`${who}${when}`.trim() !== "");
  const next = () =>
    onNext({ who: who.trim(), when }, (later) => {
      write.current = later;
    });
  return (
    <Step {...step} title={t("begin.visit.title")} onNext={next}>
      <DateField label={t("visits.when")} value={when} onInput={(typed) => write.current(typed)} withTime />
      <TextField label={t("visits.who")} hint={t("visits.whoHint")} value={who} onInput={setWho} />
    </Step>
  );
}
