// The country, before everything else: a tap shows its numbers, with or without a signal. Either one chip is marked, or
// the list of all countries, or neither while nobody has chosen. The United Kingdom has one emergency number but
// different other lines in its parts: it is one chip, and its parts are asked for below.
import { Check, ChevronDown } from "lucide-preact";
import { WHOLE_UNITED_KINGDOM } from "../../../content/countryGroups";
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
  const isInUnitedKingdom = country.value.split("-")[0] === WHOLE_UNITED_KINGDOM;
  const isMarked = (code: string) => code === country.value || (code === WHOLE_UNITED_KINGDOM && isInUnitedKingdom);
  const isElsewhere =
    countries.some(({ code }) => code === country.value) && !offered.some(({ code }) => isMarked(code));
  const choose = (code: string) => {
    if (code !== "") country.value = code;
  };
  return (
    <fieldset class="where">
      <legend>{t("help.where")}</legend>
      <div class="where-chips">
        {offered.map(({ code, name }) => (
          <Chip key={code} group="country" name={name} isMarked={isMarked(code)} choose={() => choose(code)} />
        ))}
        <label class={isElsewhere ? "where-chip where-list is-chosen" : "where-chip where-list"}>
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
        </label>
      </div>
      {isInUnitedKingdom && (
        <fieldset class="where">
          <legend>{t("help.whichPart")}</legend>
          <div class="where-chips">
            {countries.filter(isPartOfUnitedKingdom).map(({ code, name }) => (
              <Chip key={code} group="part" name={name} isMarked={code === country.value} choose={() => choose(code)} />
            ))}
          </div>
        </fieldset>
      )}
    </fieldset>
  );
}

type ChipProps = { group: string; name: string; isMarked: boolean; choose: () => void };

function Chip({ group, name, isMarked, choose }: ChipProps) {
  return (
    <label class="where-chip">
      <input type="radio" name={group} checked={isMarked} onChange={choose} />
      {isMarked && <Icon of={Check} small />}
      <span>{name}</span>
    </label>
  );
}

function isPartOfUnitedKingdom({ code }: HelpCountry): boolean {
  return code.startsWith(`${WHOLE_UNITED_KINGDOM}-`);
}
