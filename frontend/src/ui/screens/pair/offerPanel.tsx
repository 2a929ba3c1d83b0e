// One offer to another phone, the person's own or a companion's: created when this opens, shown as picture, link and
// text, and watched until it is used or expires. The code is a secret: it stays in memory and on the screen, never in
// an address of this phone or in storage.
import { Check } from "lucide-preact";
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Inviting } from "../../../cases/sharing/invitations";
import type { Offer, PairingProblem } from "../../../cases/sharing/pairing";
import { messagesFrom } from "../../../i18n";
import { clockOfInstant, timeText } from "../../../i18n/dates";
import pairWords from "../../../i18n/en/pair.json";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { useOnlyHere } from "../../start/onlyHere";
import { whenText } from "../../text/whenText";
import { OfferCode } from "./offerCode";
import type { OfferWords } from "./offerWords";
import { problemText } from "./problemText";
import { useOfferStatus } from "./useOfferStatus";

const t = messagesFrom(pairWords);

const MS_TO_CANCEL = 3_000;

type Made = { offer: Offer } | { problem: PairingProblem } | null;

type PanelProps = {
  pairing: Inviting;
  words: OfferWords;
  onClose: () => void;
  /** The code is to be sent to somebody, and works for a day. */
  isForADay?: boolean;
  /** Shown when the offer has been used; by default, a sentence saying so. */
  claimed?: (offer: Offer) => VNode;
};

export function OfferPanel({ pairing, words, onClose, isForADay = false, claimed }: PanelProps) {
  const [turn, setTurn] = useState(0);
  const [made, setMade] = useState<Made>(null);
  // Each turn asks for another code
  useEffect(() => {
    let wanted = true;
    setMade(null);
    void pairing.offer(isForADay).then((answer) => {
      if (wanted) setMade(answer.ok ? { offer: answer.offer } : { problem: answer.problem });
    });
    return () => {
      wanted = false;
    };
  }, [pairing, isForADay, turn]);
  const again = () => setTurn(turn + 1);
  if (made === null) return <p role="status">{t("phones.making")}</p>;
  if ("offer" in made)
    return <Offered {...{ pairing, words, onClose, isForADay, claimed, again }} offer={made.offer} />;
  return (
    <Card heading={t("phones.cannotMake")}>
      <p role="status">{problemText(made.problem)}</p>
      <Button look="quiet" onClick={again}>
        {t("phones.tryAgain")}
      </Button>
    </Card>
  );
}

type OfferedProps = Omit<PanelProps, "claimed"> & {
  claimed: PanelProps["claimed"] | undefined;
  offer: Offer;
  again: () => void;
};

function Offered({ pairing, words, offer, again, onClose, isForADay = false, claimed }: OfferedProps) {
  const { status, reachable } = useOfferStatus(pairing, offer);
  const [isCancelling, setCancelling] = useState(false);
  useOnlyHere(status === "open");
  if (status === "claimed" && claimed) return claimed(offer);
  if (status === "claimed") {
    return (
      <Card heading={words.claimed}>
        <p role="status">{words.claimedText}</p>
        <Button icon={Check} onClick={onClose}>
          {words.done}
        </Button>
      </Card>
    );
  }
  if (status === "expired") {
    return (
      <Card heading={words.expired}>
        <Button onClick={again}>{t("phones.another")}</Button>
      </Card>
    );
  }
  if (isCancelling) return <p role="status">{t("phones.cancelling")}</p>;
  // The screen behind shows the outcome, or that the withdrawal is not in force yet.
  const cancel = () => {
    setCancelling(true);
    const late = new Promise((resolve) => setTimeout(resolve, MS_TO_CANCEL));
    void Promise.race([pairing.withdraw(offer).catch(() => undefined), late]).then(onClose);
  };
  return (
    <>
      <OfferCode offer={offer} words={words} />
      <p>{words.secret(isForADay ? whenText(clockOfInstant(offer.expiresAt)) : timeText(offer.expiresAt))}</p>
      <p class="quiet" role="status">
        {reachable ? words.waiting : t("phones.cannotAsk")}
      </p>
      {isForADay && <Button onClick={onClose}>{words.done}</Button>}
      <Button look="quiet" onClick={cancel}>
        {t("phones.cancel")}
      </Button>
    </>
  );
}
