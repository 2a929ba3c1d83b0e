// A new PIN, typed twice.
import { useState } from "preact/hooks";
import { isPin } from "../../../cases/appLock/appLock";
import { messagesFrom } from "../../../i18n";
import appLockWords from "../../../i18n/en/appLock.json";
import { SubmitButton } from "../../start/components/button";
import { PinField } from "./pinField";

const t = messagesFrom(appLockWords);

type Props = { label: string; onPin: (pin: string) => void; autoFocus?: boolean };

export function NewPin({ label, onPin, autoFocus = false }: Props) {
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const differs = again.length >= pin.length && again !== pin;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isPin(pin) && again === pin) onPin(pin);
      }}
    >
      <PinField label={t("appLock.pin")} hint={t("appLock.hint")} value={pin} onInput={setPin} autoFocus={autoFocus} />
      <PinField label={t("appLock.again")} value={again} onInput={setAgain} />
      <p role="status">{differs && t("appLock.differ")}</p>
      <SubmitButton disabled={!isPin(pin) || again !== pin}>{label}</SubmitButton>
    </form>
  );
}
