// Where a passphrase is typed: hidden unless the person wants to see it, and kept by nothing. Must not be stored or put
// into any address.
import { useId } from "preact/hooks";
import { FieldLabel } from "../../components/textField";

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
      <FieldLabel id={id} label={label} hint={hint} />
      {isShown ? <input {...same} type="text" /> : <input {...same} type="password" />}
    </div>
  );
}
