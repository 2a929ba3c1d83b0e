// One of a few choices, as cards to tap. Native radio buttons underneath, so that arrow keys and screen readers work as
// usual.
import { useId } from "preact/hooks";
import "./choice.css";

export type Option<T extends string> = { value: T; label: string; hint?: string | undefined };

type Props<T extends string> = {
  legend: string;
  /** The legend is read out but not shown, because the title of the screen says the same. */
  quietLegend?: boolean;
  options: readonly Option<T>[];
  value: T | null;
  onChoose: (value: T) => void;
  /** Small cards side by side. */
  compact?: boolean;
};

export function Choice<T extends string>({ legend, quietLegend, options, value, onChoose, compact }: Props<T>) {
  const name = useId();
  return (
    <fieldset class={compact ? "choice choice-compact" : "choice"}>
      <legend class={quietLegend ? "hidden-but-read" : "field-label"}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class="choice-card">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChoose(option.value)} />
          <span class="choice-words">
            <span>{option.label}</span>
            {option.hint && <span class="quiet">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** A single on/off choice. */
export function Switch({
  label,
  hint,
  on,
  onChange,
}: {
  label: string;
  hint?: string;
  on: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label class="choice-card">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span class="choice-words">
        <span>{label}</span>
        {hint && <span class="quiet">{hint}</span>}
      </span>
    </label>
  );
}
