// A day, for some fields with an optional time: YYYY-MM-DD, YYYY-MM-DDTHH:MM or "" for none. Only whole values are
// stored. A browser reports nothing while a part is missing, so that is never taken for an empty field: the old value
// stays until the day is whole again, or somebody clears it. An unlikely year is asked about and not stored.
import { X } from "lucide-preact";
import { useId } from "preact/hooks";
import { messagesFrom } from "../../i18n";
import noticesWords from "../../i18n/en/notices.json";
import { Icon } from "../start/components/icon";
import { DateNote } from "./dateNote";
import { useDatePart } from "./datePart";
import { useDayAndTime } from "./dayAndTime";
import "./dateField.css";
import "./field.css";

const t = messagesFrom(noticesWords);

type Props = {
  label: string;
  hint?: string | undefined;
  value: string;
  onInput: (when: string) => void;
  withTime?: boolean;
};

export function DateField({ label, hint, value, onInput, withTime = false }: Props) {
  const id = useId();
  const [storedDay = "", storedTime = ""] = value.split("T");
  const day = useDatePart(storedDay);
  const time = useDatePart(storedTime);
  const { unsettled, leave, take, clear, mean } = useDayAndTime(day, time, value, onInput);
  // Browsers fire no input event while a part is missing, but they always fire key events.
  const same = { class: "field-box", autocomplete: "off", onInput: take, onKeyUp: take } as const;
  const describedBy = `${hint ? `${id}-hint ` : ""}${id}-note`;
  return (
    <div class="field" onFocusOut={leave}>
      <label class="field-label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="date-day">
        <input {...same} ref={day.ref} id={id} type="date" aria-describedby={describedBy} />
        {(value !== "" || unsettled !== null) && (
          <button type="button" class="date-clear" aria-label={t("field.clear")} onClick={clear}>
            <Icon of={X} />
          </button>
        )}
      </div>
      {withTime && (
        <div class="date-time">
          <label class="quiet" for={`${id}-time`}>
            {t("field.time")}
          </label>
          <input {...same} ref={time.ref} id={`${id}-time`} type="time" aria-describedby={`${id}-note`} />
        </div>
      )}
      <div id={`${id}-note`} role="status">
        <DateNote value={value} withTime={withTime} unsettled={unsettled} onMeant={mean} />
      </div>
    </div>
  );
}
