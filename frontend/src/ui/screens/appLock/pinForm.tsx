// Asks for the PIN, says that one was wrong, and how long the person has to wait after many.
import { useEffect, useState } from "preact/hooks";
import type { AppLock } from "../../../cases/appLock/appLock";
import { messagesFrom } from "../../../i18n";
import appLockWords from "../../../i18n/en/appLock.json";
import { SubmitButton } from "../../start/components/button";
import { PinField } from "./pinField";

const t = messagesFrom(appLockWords);

type Props = { lock: AppLock; label?: string; onOpened: (key: CryptoKey) => Promise<void> };

export function PinForm({ lock, label = t("unlock.pin"), onOpened }: Props) {
  const [pin, setPin] = useState("");
  const [said, setSaid] = useState<"opening" | "wrong" | "failed" | null>(null);
  const [tries, setTries] = useState(0);
  const [wait, setWait] = useWait(lock);
  const open = async () => {
    setSaid("opening");
    const opening = await lock.openByPin(pin);
    if (opening.ok) return onOpened(opening.key);
    setPin("");
    setSaid("wrong");
    setTries((count) => count + 1);
    setWait(opening.wait);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (pin !== "" && said !== "opening" && wait === 0) void open().catch(() => setSaid("failed"));
      }}
    >
      <PinField key={tries} label={label} value={pin} onInput={setPin} autoFocus />
      <div role="alert">
        {said === "wrong" && wait === 0 && <p>{t("unlock.wrong")}</p>}
        {said === "failed" && <p>{t("unlock.failed")}</p>}
      </div>
      <p role="timer">{wait > 0 && t("unlock.wait", { time: minutesAndSeconds(wait) })}</p>
      <SubmitButton disabled={pin === "" || said === "opening" || wait > 0}>
        {t(said === "opening" ? "unlock.opening" : "unlock.open")}
      </SubmitButton>
    </form>
  );
}

function useWait(lock: AppLock): [number, (wait: number) => void] {
  const [wait, setWait] = useState(0);
  useEffect(() => void lock.wait().then(setWait), [lock]);
  useEffect(() => {
    if (wait === 0) return;
    const timer = setTimeout(() => void lock.wait().then(setWait), 1_000);
    return () => clearTimeout(timer);
  }, [lock, wait]);
  return [wait, setWait];
}

function minutesAndSeconds(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
