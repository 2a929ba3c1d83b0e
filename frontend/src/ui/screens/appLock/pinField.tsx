// Where a PIN is typed: digits on the phone's own number pad, hidden, and kept by nothing.
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { FieldLabel } from "../../components/textField";
import "./appLock.css";

type Props = {
  label: string;
  hint?: string;
  value: string;
  onInput: (pin: string) => void;
  autoFocus?: boolean;
};

export function PinField({ label, hint, value, onInput, autoFocus = false }: Props) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (autoFocus) box.current?.focus();
  }, []);
  return (
    <div class="field">
      <FieldLabel id={id} label={label} hint={hint} />
      <input
        ref={box}
        id={id}
        class="field-box pin-box"
        type="password"
        inputmode="numeric"
        autocomplete="off"
        maxLength={12}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onInput={({ currentTarget }) => {
          // A pasted PIN may bring spaces along.
          currentTarget.value = currentTarget.value.replace(/\D/g, "");
          onInput(currentTarget.value);
        }}
      />
    </div>
  );
}
