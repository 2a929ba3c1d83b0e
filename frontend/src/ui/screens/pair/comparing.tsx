// The phone that entered a code, until the person at the other phone answers yes or no: it shows the number and keeps
// asking.
import { useEffect } from "preact/hooks";
import type { BringResult, MeetResult, Pairing } from "../../../cases/sharing/pairing";
import { messagesFrom } from "../../../i18n";
import pairWords from "../../../i18n/en/pair.json";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { phoneText } from "./phoneNames";

const t = messagesFrom(pairWords);

const MS_BETWEEN = 2_000;
// Problems that the next try may solve: the phone goes on asking.
const PASSING = ["no_network", "timed_out", "unreadable_answer", "server_error", "busy", "rate_limited"];

type Props = {
  pairing: Pairing;
  code: string;
  met: Extract<MeetResult, { ok: true }>;
  onBrought: (brought: BringResult) => void;
  onStop: () => void;
};

export function Comparing({ pairing, code, met, onBrought, onStop }: Props) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    const ask = async () => {
      const brought = await pairing.bring(code);
      if (!wanted) return;
      const isWaiting = brought.ok ? brought.state === "waiting" : PASSING.includes(brought.problem);
      if (isWaiting) timer = setTimeout(ask, MS_BETWEEN);
      else onBrought(brought);
    };
    void ask();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
    // The callbacks are new at every rendering, but always do the same
  }, [pairing, code]);
  return (
    <Card heading={t("pair.compareTitle")}>
      <p>{t("pair.compareText", { phone: phoneText(met.phone) })}</p>
      <PairNumber number={met.number} />
      <p>{t("pair.compareNext")}</p>
      <p class="quiet" role="status">
        {t("pair.compareWaiting")}
      </p>
      <Button look="quiet" onClick={onStop}>
        {t("pair.stop")}
      </Button>
    </Card>
  );
}

// The number that both phones show, in two groups, easy to compare when the phones are held side by side.
export function PairNumber({ number }: { number: string }) {
  return (
    <p class="pair-number">
      <bdi>{`${number.slice(0, 3)} ${number.slice(3)}`}</bdi>
    </p>
  );
}
