// Joining as a companion: by a link, by typing, or by camera. Nothing is opened before the person agrees, the screen
// shows whose case it is before they join, and the code leaves the address as soon as it is read.
import { useState } from "preact/hooks";
import type { Companions, Preview } from "../../../cases/sharing/companions";
import type { Pairing, PairingProblem } from "../../../cases/sharing/pairing";
import { isKeyOf, messagesFrom } from "../../../i18n";
import companionWords from "../../../i18n/en/companion.json";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { Screen } from "../../start/components/screen";
import { useOnlyHere } from "../../start/onlyHere";
import { navigate } from "../../start/router";
import { useServices } from "../../start/services";
import { CodeEntry } from "../pair/codeEntry";
import { useCodeOfAddress } from "../pair/codeOfAddress";
import { CoreGate } from "../pair/coreGate";
import { isFinal, problemText } from "../pair/problemText";
import { Invitation } from "./invitation";

const t = messagesFrom(companionWords);

export function Join() {
  const core = useServices().core.value;
  const [code, setCode] = useCodeOfAddress();
  return (
    <Screen title={t("join.title")} back="/">
      <CoreGate core={core}>
        {(open) => <JoinBody pairing={open.pairing} companions={open.companions} code={code} setCode={setCode} />}
      </CoreGate>
    </Screen>
  );
}

type Step = "asking" | "looking" | "looked" | "entering";
type BodyProps = { pairing: Pairing; companions: Companions; code: string; setCode: (code: string) => void };

function JoinBody({ pairing, companions, code, setCode }: BodyProps) {
  const { settings } = useServices();
  const [step, setStep] = useState<Step>("asking");
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<PairingProblem | null>(null);
  const [looked, setLooked] = useState<Extract<Preview, { ok: true }> | null>(null);
  useOnlyHere(code !== "" || typed !== "");
  const refuse = (next: PairingProblem, back: Step) => {
    setProblem(next);
    setStep(isFinal(next) ? "asking" : back);
    if (isFinal(next)) setCode("");
  };
  const look = async (given: string) => {
    setCode(given);
    setProblem(null);
    setStep("looking");
    const answer = await companions.preview(given);
    if (!answer.ok) return refuse(answer.problem, "asking");
    setLooked(answer);
    setStep("looked");
  };
  const enter = async (name: string) => {
    setProblem(null);
    setStep("entering");
    const answer = await companions.enter(code, name);
    if (!answer.ok) return refuse(answer.problem, "looked");
    settings.currentCase.value = answer.id;
    navigate("/", { replace: true });
  };
  if (step === "looking" || step === "entering") {
    return <p role="status">{step === "looking" ? t("join.looking") : t("join.entering")}</p>;
  }
  return (
    <div class="stack">
      {problem !== null && <WhyNotIn problem={problem} />}
      {step === "looked" && looked && <Invitation looked={looked} onEnter={(name) => void enter(name)} />}
      {step === "asking" && code !== "" && <Consent onYes={() => void look(code)} />}
      {step === "asking" && code === "" && (
        <CodeEntry
          pairing={pairing}
          typed={typed}
          onTyped={setTyped}
          onCode={(given) => void look(given)}
          how={t("join.how")}
          action={t("join.look")}
        />
      )}
    </div>
  );
}

function WhyNotIn({ problem }: { problem: PairingProblem }) {
  return (
    <div role="alert">
      <Card tone="attention">{joinProblemText(problem)}</Card>
    </div>
  );
}

function Consent({ onYes }: { onYes: () => void }) {
  return (
    <Card heading={t("join.invitedTitle")}>
      <p>{t("join.invitedText")}</p>
      <Button onClick={onYes}>{t("join.look")}</Button>
    </Card>
  );
}

// Every problem of joining in words, with the next step. Problems that are not specific to joining use the words of
// pairing.
export function joinProblemText(problem: PairingProblem): string {
  const key = `join.problem.${problem}`;
  return isKeyOf(companionWords, key) ? t(key) : problemText(problem);
}
