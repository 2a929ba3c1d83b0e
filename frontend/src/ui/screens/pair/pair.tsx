// Brings the cases of another phone to this one: by a link, by typing, or by camera. A code in the address is removed
// from it at once, and nothing is requested before the person agrees. Must give away nothing of this phone: a phone
// that has cases gets the other one's beside them.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { CaseBook } from "../../../cases/documents/book";
import type { KeyringMerge } from "../../../cases/keys/keyringMerge";
import type { BringResult, MeetResult, Pairing, PairingProblem } from "../../../cases/sharing/pairing";
import { messagesFrom } from "../../../i18n";
import pairWords from "../../../i18n/en/pair.json";
import { CopyLink } from "../../components/copyLink";
import { Button, ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { Screen } from "../../start/components/screen";
import { useOnlyHere } from "../../start/onlyHere";
import { navigate } from "../../start/router";
import { useServices } from "../../start/services";
import { Arriving } from "./arriving";
import { BroughtBeside } from "./beside";
import { CodeEntry } from "./codeEntry";
import { handOver, useCodeOfAddress } from "./codeOfAddress";
import { Comparing } from "./comparing";
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
            book={open.book}
            keyringMerge={open.keyringMerge}
            arriving={<Arriving book={open.book} sync={open.sync} />}
            code={code}
            setCode={setCode}
          />
        )}
      </CoreGate>
    </Screen>
  );
}

type MetPhone = Extract<MeetResult, { ok: true }>;
type Step =
  | { at: "asking" | "meeting" | "joined" }
  | { at: "comparing"; met: MetPhone; code: string }
  | { at: "beside"; met: MetPhone; log: string };
type BodyProps = {
  pairing: Pairing;
  keyringMerge: KeyringMerge;
  book: CaseBook;
  arriving: VNode;
  code: string;
  setCode: (code: string) => void;
};

function PairBody({ pairing, keyringMerge, book, arriving, code, setCode }: BodyProps) {
  const [typed, setTyped] = useState("");
  const { step, said, meet, receive, askAgain, join } = useMeeting(pairing, setCode);
  useOnlyHere(step.at === "asking" ? code !== "" || typed !== "" : step.at !== "joined" && step.at !== "beside");
  // Another link opened here later is asked about like the first.
  const isOver = code === "";
  if (step.at === "joined" && isOver) return arriving;
  if (step.at === "meeting") return <p role="status">{t("pair.joining")}</p>;
  if (step.at === "beside" && isOver)
    return <BroughtBeside {...{ pairing, keyringMerge, book }} log={step.log} met={step.met} onUnited={join} />;
  if (step.at === "comparing")
    return (
      <Comparing
        {...{ pairing }}
        code={step.code}
        met={step.met}
        onBrought={(brought) => receive(step.met, brought)}
        onStop={() => askAgain(null)}
      />
    );
  return (
    <div class="stack">
      {said !== null && (
        <div role="alert">
          <Card tone="attention">{said}</Card>
        </div>
      )}
      {code === "" ? (
        <>
          <CodeEntry pairing={pairing} typed={typed} onTyped={setTyped} onCode={(given) => void meet(given)} />
          <ButtonLink href="/recover" look="quiet">
            {t("pair.recoveryCode")}
          </ButtonLink>
          <CopyLink />
        </>
      ) : (
        <Consent hasCases={book.cases().length > 0} onYes={() => void meet(code)} />
      )}
    </div>
  );
}

/** How far the two phones have come, and the message about it. */
function useMeeting(pairing: Pairing, setCode: (code: string) => void) {
  const [step, setStep] = useState<Step>({ at: "asking" });
  const [said, setSaid] = useState<string | null>(null);
  const askAgain = (words: string | null, problem?: PairingProblem) => {
    setSaid(words);
    setStep({ at: "asking" });
    if (!problem || isFinal(problem)) setCode("");
  };
  const meet = async (given: string) => {
    setSaid(null);
    setCode(given);
    setStep({ at: "meeting" });
    const met = await pairing.meet(given);
    if (met.ok) return setStep({ at: "comparing", met, code: given });
    if (met.problem !== "case_invite") return askAgain(problemText(met.problem), met.problem);
    // An invitation to another person's case: the other screen says whose it is, and asks.
    handOver(given);
    navigate("/join", { replace: true });
  };
  const receive = (met: MetPhone, brought: BringResult) => {
    if (!brought.ok) return askAgain(problemText(brought.problem), brought.problem);
    if (brought.state === "declined") return askAgain(t("pair.declined"));
    setCode("");
    if (brought.state === "beside") return setStep({ at: "beside", met, log: brought.log });
    setStep({ at: "joined" });
  };
  return { step, said, meet, receive, askAgain, join: () => setStep({ at: "joined" }) };
}

function Consent({ hasCases, onYes }: { hasCases: boolean; onYes: () => void }) {
  return (
    <Card heading={t("pair.linkTitle")}>
      <p>{t("pair.linkText")}</p>
      {hasCases && <p>{t("pair.linkKeeps")}</p>}
      <Button onClick={onYes}>{t("pair.join")}</Button>
    </Card>
  );
}
