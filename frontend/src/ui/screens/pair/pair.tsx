// Brings the cases of another phone to this one: by a link, by typing, or by camera. A code that came in the address is
// taken out of it at once, and nothing is joined before the person has said yes: a stranger's link must not win this phone.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Pairing, PairingProblem } from "../../../cases/pairing";
import { messagesFrom } from "../../../i18n";
import pairWords from "../../../i18n/en/pair.json";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { Screen } from "../../start/components/screen";
import { useOnlyHere } from "../../start/onlyHere";
import { navigate } from "../../start/router";
import { useServices } from "../../start/services";
import { Arriving } from "./arriving";
import { CodeEntry } from "./codeEntry";
import { handOver, useCodeOfAddress } from "./codeOfAddress";
import { CoreGate } from "./coreGate";
import { isFinal, problemText } from "./problemText";

const t = messagesFrom(pairWords);

export function Pair() {
  const core = useServices().core.value;
  const [code, setCode] = useCodeOfAddress();
  return (
    <Screen title={t("pair.title")} back="/more/phones">
      <CoreGate core={core}>
        {(open) => (
          <PairBody
            pairing={open.pairing}
            arriving={<Arriving book={open.book} sync={open.sync} />}
            code={code}
            forgetCode={() => setCode("")}
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
  useOnlyHere(step !== "joined" && (code !== "" || typed !== ""));
  const join = async (given: string) => {
    setProblem(null);
    setStep("joining");
    const answer = await pairing.join(given);
    if (!answer.ok && answer.problem === "case_invite") {
      // An invitation to someone else's case: the other screen says whose, and asks.
      handOver(given);
      return navigate("/join", { replace: true });
    }
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

function Consent({ onYes }: { onYes: () => void }) {
  return (
    <Card heading={t("pair.linkTitle")}>
      <p>{t("pair.linkText")}</p>
      <Button onClick={onYes}>{t("pair.join")}</Button>
    </Card>
  );
}
