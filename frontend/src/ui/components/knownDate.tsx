// A date of the past, typed as day, month and year, each in its own box, in the order of the chosen country. What is
// known is enough: a year, or a month and a year. It is stored as YYYY, YYYY-MM or YYYY-MM-DD.
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { isKnownDate } from "../../domain/days/days";
import { language, messagesFrom } from "../../i18n";
import { locale } from "../../i18n/dates";
import noticesWords from "../../i18n/en/notices.json";
import { useServices } from "../start/services";
import { DateNote } from "./dateNote";
import type { DatePart } from "./datePart";
import { useDayAndTime } from "./dayAndTime";
import "./dateField.css";
import "./field.css";

const t = messagesFrom(noticesWords);

const names = ["year", "month", "day"] as const;
const noTime: DatePart = { show: () => {}, keep: () => {}, value: () => "", isPartial: () => false };

type Props = { label: string; hint?: string | undefined; value: string; onInput: (date: string) => void };

export function KnownDate({ label, hint, value, onInput }: Props) {
  const id = useId();
  const { box, ...date } = useBoxes(value);
  const { unsettled, leave, take, mean } = useDayAndTime(date, noTime, value, onInput);
  const leaveAll = (event: FocusEvent & { currentTarget: HTMLElement }) => {
    const next = event.relatedTarget;
    if (!(next instanceof Node && event.currentTarget.contains(next))) leave();
  };
  return (
    <fieldset class="field" aria-describedby={hint ? `${id}-hint` : undefined} onFocusOut={leaveAll}>
      <legend class="field-label">{label}</legend>
      {hint && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="date-boxes">
        {inOrder(useServices().settings.country.value).map((name) => (
          <label key={name}>
            <span class="quiet">{t(`field.${name}`)}</span>
            <input
              ref={(element) => box(name, element)}
              class="field-box"
              type="text"
              inputMode="numeric"
              maxLength={name === "year" ? 4 : 2}
              autocomplete="off"
              aria-describedby={`${id}-note`}
              onInput={take}
            />
          </label>
        ))}
      </div>
      <div id={`${id}-note`} role="status">
        <DateNote value={value} withTime={false} unsettled={unsettled} onMeant={mean} />
      </div>
    </fieldset>
  );
}

/** The boxes keep what they show; they are written to only when the document has another date than they last had. */
function useBoxes(stored: string): DatePart & { box: (name: string, element: HTMLInputElement | null) => void } {
  const boxes = useRef(new Map<string, HTMLInputElement>()).current;
  const known = useRef<string | null>(null);
  const show = (date: string) => {
    const parts = date.split("-");
    for (const [at, name] of names.entries()) {
      const element = boxes.get(name);
      if (element) element.value = parts[at] ?? "";
    }
    known.current = date;
  };
  useLayoutEffect(() => {
    if (known.current !== stored) show(stored);
  });
  const typed = () => names.map((name) => boxes.get(name)?.value.trim() ?? "");
  return {
    // Kept while they are drawn anew: leaving a button that is just being removed reads what they hold.
    box: (name, element) => {
      if (element) boxes.set(name, element);
    },
    show,
    keep: (date) => {
      known.current = date;
    },
    value: () => dateOf(typed()),
    isPartial: () => dateOf(typed()) === "" && typed().some(Boolean),
  };
}

/** "" while the date is not complete, or there is no such day. An odd year is left to be asked about. */
function dateOf([year = "", month = "", day = ""]: readonly string[]): string {
  if (!/^\d+$/.test(year) || (month === "" && day !== "")) return "";
  const rest = [month, day].filter(Boolean).map((part) => `-${part.padStart(2, "0")}`);
  // A leap year: of an odd year, it is not known yet which days it has.
  if (!isKnownDate([year.length === 4 ? year : "2000", ...rest].join(""))) return "";
  return [year.padStart(4, "0"), ...rest].join("");
}

/** By the chosen country (ISO 3166, perhaps with its part); without one, by the reader's language. */
function inOrder(country: string): ("year" | "month" | "day")[] {
  const place = country === "" ? locale : `${language}-${country.slice(0, 2)}`;
  const parts = new Intl.DateTimeFormat(place, { day: "numeric", month: "long", year: "numeric" }).formatToParts(0);
  return parts.flatMap(({ type }) => names.filter((name) => name === type));
}
