// Where a passphrase is typed: hidden unless the person wants to see it, and kept by nothing. Must not be stored or put
// into any address.
import { useId } from "preact/hooks";
import "../../components/field.css";

type Props = {
  label: string;
  hint?: string;
  value: string;
  onInput: (text: string) => void;
  isShown: boolean;
};

export function PassphraseField({ label, hint, value, onInput, isShown }: Props) {
  const id = useId();
  const same = {
    id,
    class: "field-box",
    dir: "auto",
    value,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => onInput(currentTarget.value),
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: false,
    "aria-describedby": hint ? `${id}-hint` : undefined,
  } as const;
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {isShown ? <input {...same} type="text" /> : <input {...same} type="password" />}
    </div>
  );
}
