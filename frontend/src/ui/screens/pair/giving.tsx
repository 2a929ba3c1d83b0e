// The giving phone, after its code was used: by which phone, what that would get, and the number to compare. Nothing is
// given before the person confirms that the number is the same, and a no is sent to the other phone.
import { Check } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import type { CaseBook } from "../../../cases/documents/book";
import type { Caller, Offer, Pairing, PairingProblem } from "../../../cases/sharing/pairing";
import { messagesFrom } from "../../../i18n";
import pairWords from "../../../i18n/en/pair.json";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { useOnlyHere } from "../../start/onlyHere";
import { CaseNames } from "./besideList";
import { PairNumber } from "./comparing";
import { phoneText } from "./phoneNames";
import { problemText } from "./problemText";

const t = messagesFrom(pairWords);

const MS_BETWEEN = 2_000;

type Step = "comparing" | "telling" | "given" | "declined";
type Props = { pairing: Pairing; book: CaseBook; offer: Offer; onClose: () => void };

export function Giving({ pairing, book, offer, onClose }: Props) {
  const caller = useCaller(pairing, offer);
  const [step, setStep] = useState<Step>("comparing");
  const [problem, setProblem] = useState<PairingProblem | null>(null);
  useOnlyHere(step !== "given" && step !== "declined");
  if (caller === null) return <p role="status">{t("giving.asking")}</p>;
  const tell = async (isSame: boolean) => {
    setProblem(null);
    setStep("telling");
    const told = await (isSame ? pairing.give(offer, caller) : pairing.decline(offer, caller));
    // A no that could not be sent gives nothing away either.
    if (!told.ok && isSame) setProblem(told.problem);
    setStep(told.ok || !isSame ? (isSame ? "given" : "declined") : "comparing");
  };
  if (step === "telling") return <p role="status">{t("giving.telling")}</p>;
  if (step === "given" || step === "declined")
    return <Told isGiven={step === "given"} caller={caller} onClose={onClose} />;
  return (
    <>
      {problem !== null && (
        <div role="alert">
          <Card tone="attention">{problemText(problem)}</Card>
        </div>
      )}
      <Comparing caller={caller} book={book} onAnswer={(isSame) => void tell(isSame)} />
    </>
  );
}

type ComparingProps = { caller: Caller; book: CaseBook; onAnswer: (isSame: boolean) => void };

function Comparing({ caller, book, onAnswer }: ComparingProps) {
  const cases = book.cases().filter(({ from }) => from === null);
  return (
    <Card heading={t("giving.title")}>
      <p role="status">{t("giving.who", { phone: phoneText(caller.phone) })}</p>
      <p>{t("giving.compare")}</p>
      <PairNumber number={caller.number} />
      <p>{t("giving.what")}</p>
      <CaseNames cases={cases} label={t("giving.what")} />
      <p>{t("giving.forEver")}</p>
      <Button removes onClick={() => onAnswer(true)}>
        {t("giving.same")}
      </Button>
      <Button look="quiet" onClick={() => onAnswer(false)}>
        {t("giving.differs")}
      </Button>
    </Card>
  );
}

function Told({ isGiven, caller, onClose }: { isGiven: boolean; caller: Caller; onClose: () => void }) {
  return (
    <Card heading={isGiven ? t("phones.claimed") : t("giving.declined")}>
      <p role="status">{isGiven ? t("phones.claimedText") : t("giving.declinedText")}</p>
      {isGiven && <p class="quiet">{t("giving.number")}</p>}
      {isGiven && <PairNumber number={caller.number} />}
      <Button icon={Check} onClick={onClose}>
        {t("phones.title")}
      </Button>
    </Card>
  );
}

function useCaller(pairing: Pairing, offer: Offer): Caller | null {
  const [caller, setCaller] = useState<Caller | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    const ask = async () => {
      const found = await pairing.caller(offer);
      if (!wanted) return;
      if (found) setCaller(found);
      else timer = setTimeout(ask, MS_BETWEEN);
    };
    void ask();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [pairing, offer]);
  return caller;
}
