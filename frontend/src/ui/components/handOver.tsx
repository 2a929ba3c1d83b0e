// What is held out to somebody: in large dark letters on white, with the patient's name and birth date, and nothing
// around it but "Get help now". Nothing can be changed here, and a stray touch does not leave it: it is closed by
// holding the button or by a second tap.
import { X } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { caseField } from "../../domain/case/document";
import { messagesFrom } from "../../i18n";
import helpingWords from "../../i18n/en/helping.json";
import paperWords from "../../i18n/en/paper.json";
import { Icon } from "../start/components/icon";
import { goUp } from "../start/router";
import { useOpened } from "../start/useCase";
import { knownDay, settled } from "../text/settled";
import { writtenBy } from "../text/writtenBy";
import { CaseScreen } from "./caseScreen";
import "./handOver.css";

const t = messagesFrom(helpingWords, paperWords);

const HOLD_MS = 700;
const FORGET_MS = 5000;

type Props = { title: string; back: string; children: ComponentChildren };

export function HandOver({ title, back, children }: Props) {
  const close = () => goUp(back);
  return (
    <CaseScreen title={title} dock={<Close onClose={close} />} withoutNav withoutStatus>
      <Shown label={title}>{children}</Shown>
    </CaseScreen>
  );
}

/** The sheet alone, for a screen that has other ways to leave it. */
export function Shown({ label, children }: { label: string; children: ComponentChildren }) {
  const { doc } = useOpened();
  const name = settled(caseField(doc, "patientName", ""));
  const born = settled(caseField(doc, "patientBirthDate", ""), knownDay);
  return (
    <article class="show" aria-label={label}>
      {(name !== "" || born !== "") && (
        <header>
          <p class="show-who" dir="auto">
            {name}
          </p>
          {born !== "" && <p>{t("paper.born", { date: born })}</p>}
        </header>
      )}
      {children}
      <p class="show-by">{t("helping.by", { who: writtenBy(doc) })}</p>
    </article>
  );
}

function Close({ onClose }: { onClose: () => void }) {
  const [isAsked, setAsked] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isClosed = useRef(false);
  const after = (wait: number, act: () => void) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(act, wait);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  // A finger that held the button also taps it when it is lifted.
  const close = () => {
    if (!isClosed.current) onClose();
    isClosed.current = true;
  };
  const tap = () => {
    if (isAsked) return close();
    setAsked(true);
    after(FORGET_MS, () => setAsked(false));
  };
  return (
    <button
      type="button"
      class="button button-quiet show-close"
      // The second tap is meant, however soon it comes.
      data-repeats="close"
      onPointerDown={() => after(HOLD_MS, close)}
      onPointerLeave={() => clearTimeout(timer.current)}
      onClick={tap}
    >
      <Icon of={X} />
      <span aria-live="polite">{t(isAsked ? "paper.closeAgain" : "paper.close")}</span>
    </button>
  );
}
