// One of a longer list, through the phone's own picker. autocomplete="off" keeps the browser from storing the choice,
// unsealed, for restoring the page.
import { ChevronDown } from "lucide-preact";
import { useId } from "preact/hooks";
import { Icon } from "../start/components/icon";
import "./field.css";
import "./select.css";

export type SelectOption<T> = { value: T; label: string };
type Props<T> = { label: string; options: readonly SelectOption<T>[]; value: T; onChoose: (value: T) => void };

export function Select<T extends string | null>({ label, options, value, onChoose }: Props<T>) {
  const id = useId();
  const choose = (at: number) => {
    const chosen = options[at];
    if (chosen) onChoose(chosen.value);
  };
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <div class="select">
        <select
          id={id}
          class="field-box"
          autocomplete="off"
          onChange={(event) => choose(event.currentTarget.selectedIndex)}
        >
          {options.map((option) => (
            <option key={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon of={ChevronDown} />
      </div>
    </div>
  );
}
