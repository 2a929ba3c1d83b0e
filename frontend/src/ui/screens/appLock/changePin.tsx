// Another PIN, or no lock any more: both only for whoever knows the PIN.
import { useState } from "preact/hooks";
import type { AppLock } from "../../../cases/appLock/appLock";
import { messagesFrom } from "../../../i18n";
import appLockWords from "../../../i18n/en/appLock.json";
import { Button } from "../../start/components/button";
import { NewPin } from "./newPin";
import { PasskeyButton } from "./passkeyButton";
import { PinForm } from "./pinForm";

const t = messagesFrom(appLockWords);

type Props = { lock: AppLock; onOff: () => void };

export function ChangePin({ lock, onOff }: Props) {
  const [step, setStep] = useState<"still" | "asking" | "working" | "changed" | "failed">("still");
  const [key, setKey] = useState<CryptoKey | null>(null);
  const work = (done: Promise<void>, then: () => void) => {
    setStep("working");
    done.then(then, () => setStep("failed"));
  };
  const end = () => {
    setKey(null);
    setStep("changed");
  };
  if (step === "working") return <p role="status">{t("appLock.working")}</p>;
  if (step === "asking" && !key)
    return <PinForm lock={lock} label={t("appLock.now")} onOpened={async (opened) => setKey(opened)} />;
  if (key && step !== "changed")
    return (
      <>
        <div role="alert">{step === "failed" && <p>{t("appLock.failed")}</p>}</div>
        <NewPin label={t("appLock.changePin")} onPin={(pin) => work(lock.changePin(key, pin), end)} autoFocus />
        <PasskeyButton lock={lock} lockKey={key} />
        <Button look="quiet" onClick={() => work(lock.off(key), onOff)}>
          {t("appLock.off")}
        </Button>
      </>
    );
  return (
    <>
      <p role="status">{step === "changed" && t("appLock.changed")}</p>
      <Button look="plain" onClick={() => setStep("asking")}>
        {t("appLock.change")}
      </Button>
    </>
  );
}
