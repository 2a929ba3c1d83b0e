// Codes that can still be taken back, and withdrawals: that one is not in force yet, when it is, and whether the code had been used before.
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Withdrawal, Withdrawals } from "../../../cases/sharing/withdrawals";
import { messagesFrom } from "../../../i18n";
import { clockOfInstant, timeText } from "../../../i18n/dates";
import pairWords from "../../../i18n/en/pair.json";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { whenText } from "../../text/whenText";
import type { OfferWords } from "./offerWords";

const t = messagesFrom(pairWords);

const MS_BETWEEN = 2_000;

/** `isOf`: whether the codes of a log belong on this screen. */
type Props = { withdrawals: Withdrawals; isOf: (log: string) => boolean; words: OfferWords };

export function Withdrawn({ withdrawals, isOf, words }: Props) {
  const { all, refresh } = useAll(withdrawals);
  const takeBack = (invite: string) => void withdrawals.takeBack(invite).then(refresh);
  const dismiss = (invite: string) => void withdrawals.dismiss(invite).then(refresh);
  return (
    <div class="stack" role="status">
      {all
        .filter(({ log }) => isOf(log))
        .map((one) => (
          <One
            key={one.invite}
            withdrawal={one}
            words={words}
            onSeen={() => dismiss(one.invite)}
            onTakeBack={() => takeBack(one.invite)}
          />
        ))}
    </div>
  );
}

type OneProps = { withdrawal: Withdrawal; words: OfferWords; onSeen: () => void; onTakeBack: () => void };

function One({ withdrawal: { state, hasRunOut, endsAt }, words, onSeen, onTakeBack }: OneProps) {
  if (state === "open") {
    return (
      <Card heading={t("withdrawn.open")}>
        <p>{t("withdrawn.openText", { when: whenText(clockOfInstant(endsAt)) })}</p>
        <Button look="quiet" onClick={onTakeBack}>
          {t("withdrawn.takeBack")}
        </Button>
      </Card>
    );
  }
  if (state === "waiting") {
    return (
      <Card heading={hasRunOut ? t("withdrawn.over") : t("withdrawn.waiting")}>
        <p>{hasRunOut ? t("withdrawn.overText") : t("withdrawn.waitingText", { time: timeText(endsAt) })}</p>
      </Card>
    );
  }
  const text = {
    cancelled: { heading: t("withdrawn.cancelled"), text: t("withdrawn.cancelledText") },
    used: { heading: t("withdrawn.used"), text: words.usedText },
    forgotten: { heading: t("withdrawn.over"), text: words.forgottenText },
  }[state];
  return (
    <Card heading={text.heading} tone={state === "used" ? "attention" : "plain"}>
      <p>{text.text}</p>
      <Button look="quiet" onClick={onSeen}>
        {t("withdrawn.seen")}
      </Button>
    </Card>
  );
}

// Read again and again: another tab may complete a withdrawal, or this phone may get a signal, while the screen is
// open.
function useAll(withdrawals: Withdrawals) {
  const [all, setAll] = useState<Withdrawal[]>([]);
  const refresh = useCallback(() => withdrawals.all().then(setAll, () => undefined), [withdrawals]);
  useEffect(() => {
    void refresh();
    const timer = setInterval(refresh, MS_BETWEEN);
    return () => clearInterval(timer);
  }, [refresh]);
  return { all, refresh };
}
