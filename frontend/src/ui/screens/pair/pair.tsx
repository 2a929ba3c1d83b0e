// Brings the cases of another phone to this one: by a link, by typing, or by camera. A code that came in the address is
// taken out of it at once, and nothing is joined before the person has said yes: a stranger's link must not win this phone.
import "../../../i18n/words/pair";
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Pairing, PairingProblem } from "../../../cases/pairing";
import { t } from "../../../i18n";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { Screen } from "../../components/screen";
import { useServices } from "../../services";
import { Arriving } from "./arriving";
import { CodeEntry } from "./codeEntry";
import { CoreGate } from "./coreGate";
import { problemText } from "./problemText";

export function Pair() {
  const core = useServices().core.value;
  const [code, forgetCode] = useCodeOfAddress();
  return (
    <Screen title={t("pair.title")} back="/more/phones">
      <CoreGate core={core}>
        {(open) => (
          <PairBody
            pairing={open.pairing}
            arriving={<Arriving book={open.book} sync={open.sync} />}
            code={code}
            forgetCode={forgetCode}
          />
        )}
      </CoreGate>
    </Screen>
  );
}

type Step = "asking" | "joining" | "joined";
type BodyProps = { pairing: Pairing; arriving: VNode; code: string; forgetCode: () => void };

function PairBody({ pairing, arriving, code, forgetCode }: BodyProps) {
  const [step, setStep] = useState<Step>("asking");
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<PairingProblem | null>(null);
  const join = async (given: string) => {
    setProblem(null);
    setStep("joining");
    const answer = await pairing.join(given);
    setStep(answer.ok ? "joined" : "asking");
    if (answer.ok || isFinal(answer.problem)) forgetCode();
    if (!answer.ok) setProblem(answer.problem);
  };
  if (step === "joined") return arriving;
  if (step === "joining") return <p role="status">{t("pair.joining")}</p>;
  return (
    <div class="stack">
      {problem !== null && (
        <div role="alert">
          <Card tone="attention">{problemText(problem)}</Card>
        </div>
      )}
      {code === "" ? (
        <CodeEntry pairing={pairing} typed={typed} onTyped={setTyped} onCode={join} />
      ) : (
        <Consent onYes={() => void join(code)} />
      )}
    </div>
  );
}

/** Whether another try with the same code is of no use. */
function isFinal(problem: PairingProblem): boolean {
  return ["bad_code", "damaged_invite", "invite_used", "invite_expired", "not_found"].includes(problem);
}

function Consent({ onYes }: { onYes: () => void }) {
  return (
    <Card heading={t("pair.linkTitle")}>
      <p>{t("pair.linkText")}</p>
      <Button onClick={onYes}>{t("pair.join")}</Button>
    </Card>
  );
}

/** The code of the address's fragment, which is cleared from the address and its history entry as soon as it is read. */
function useCodeOfAddress(): [string, () => void] {
  const [code, setCode] = useState(takeFragment);
  useEffect(() => {
    const onChange = () => {
      const fresh = takeFragment();
      if (fresh !== "") setCode(fresh);
    };
    addEventListener("hashchange", onChange);
    return () => removeEventListener("hashchange", onChange);
  }, []);
  return [code, () => setCode("")];
}

function takeFragment(): string {
  const fragment = location.hash.slice(1);
  if (fragment !== "") history.replaceState(history.state, "", location.pathname);
  return fragment;
}
