// One of many choices, as cards to tap under the headings of their groups. It is one set of radio buttons: arrow keys
// go through all of them, and a screen reader names the group.
import { useId } from "preact/hooks";
import type { Option } from "./choice";
import "./choice.css";

type Group<T extends string> = { heading: string | null; options: readonly Option<T>[] };
type Props<T extends string> = {
  legend: string;
  groups: readonly Group<T>[];
  value: T | null;
  onChoose: (value: T) => void;
};

export function GroupedChoice<T extends string>({ legend, groups, value, onChoose }: Props<T>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend class="field-label">{legend}</legend>
      {groups.map(({ heading, options }) => (
        <fieldset key={options[0]?.value} class={heading ? "choice choice-group" : "choice"}>
          {heading && <legend>{heading}</legend>}
          {options.map((option) => (
            <label key={option.value} class="choice-card">
              <input
                type="radio"
                name={name}
                checked={option.value === value}
                onChange={() => onChoose(option.value)}
              />
              <span class="choice-words">
                <span>{option.label}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </fieldset>
  );
}
