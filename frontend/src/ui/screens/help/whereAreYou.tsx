// The country, before everything else: a tap puts its numbers on the screen, with or without a signal. One chip is marked, or
// the list of all countries is, or neither while nobody has chosen.
import { Check, ChevronDown } from "lucide-preact";
import type { HelpCountry } from "../../../content/helpNow";
import { messagesFrom } from "../../../i18n";
import helpWords from "../../../i18n/en/help.json";
import { Icon } from "../../start/components/icon";
import { useServices } from "../../start/services";
import { likely } from "./likely";
import "./whereAreYou.css";

const t = messagesFrom(helpWords);

export function WhereAreYou({ countries, languages }: { countries: HelpCountry[]; languages: readonly string[] }) {
  const { country } = useServices().settings;
  const offered = likely(countries, languages);
  const isElsewhere = countries.some(({ code }) => code === country.value && !offered.some((one) => one.code === code));
  const choose = (code: string) => {
    if (code !== "") country.value = code;
  };
  return (
    <fieldset class="where">
      <legend>{t("help.where")}</legend>
      <div class="where-chips">
        {offered.map(({ code, name }) => (
          <label key={code} class="where-chip">
            <input type="radio" name="country" checked={code === country.value} onChange={() => choose(code)} />
            {code === country.value && <Icon of={Check} small />}
            <span>{name}</span>
          </label>
        ))}
        <div class={isElsewhere ? "where-chip where-list is-chosen" : "where-chip where-list"}>
          {isElsewhere && <Icon of={Check} small />}
          <select
            aria-label={t("help.otherCountry")}
            autocomplete="off"
            onChange={(event) => choose(event.currentTarget.value)}
          >
            <option value="" selected={!isElsewhere}>
              {t("help.more")}
            </option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code} selected={isElsewhere && code === country.value}>
                {name}
              </option>
            ))}
          </select>
          <Icon of={ChevronDown} small />
        </div>
      </div>
    </fieldset>
  );
}
