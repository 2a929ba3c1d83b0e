// Get help now: works without a case, without a signal, before the guidance has ever loaded and when it cannot be read.
// The number follows the chosen country and is never guessed. NHS care-card rules: a heading is one call to action, at
// most five signs. Depends on nothing that is sealed or sent: a failure elsewhere in the app must not break this
// screen.
import { Fragment } from "preact";
import { type HelpCountry, helpNow } from "../../../content/helpNow";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import frameWords from "../../../i18n/en/frame.json";
import helpWords from "../../../i18n/en/help.json";
import { Screen } from "../../start/components/screen";
import { useServices } from "../../start/services";
import { useBundle } from "../../start/useLibrary";
import { Call, callHref } from "./call";
import { CallBar } from "./callBar";
import { CrisisLine, nameOf, TextLine, UrgentLine, WardLine } from "./lines";
import { Parts } from "./parts";
import { Signs } from "./signs";
import { WhereAreYou } from "./whereAreYou";
import { WhereRead } from "./whereRead";
import "./help.css";

const t = messagesFrom(frameWords, helpWords);

export function Help() {
  const chosen = useServices().settings.country.value;
  const { help, countries } = helpNow(useBundle());
  const country = countries.find(({ code }) => code === chosen) ?? null;
  const number = country?.emergency[0]?.number ?? t("help.yourNumber");
  const named = (text: string) => text.replace("{number}", number);
  return (
    <Screen title={t("nav.help")} back="/" isHelp withoutStatus>
      <div class="stack help-now">
        <WhereAreYou countries={countries} languages={navigator.languages} />
        <CallBar country={country} />
        {!country && <p>{t("help.tapCountry")}</p>}
        {country?.emergency.length === 0 && <p>{t("help.noNumber", { country: nameOf(country) })}</p>}
        {country?.emergency[0]?.second_hand && <p class="quiet">{t("help.numberSecondHand", { number })}</p>}
        <Parts />
        <Signs help={help} named={named} />
        <CrisisLine country={country} named={named} />
        <TextLine country={country} named={named} />
        {country && <UrgentLine country={country} />}
        {country && <WardLine country={country} />}
        {country && <OtherNumbers country={country} />}
        <p class="quiet">
          {country &&
            country.emergency.length > 0 &&
            t("help.numbersFor", { country: country.name, date: dayText(country.checked_on) })}{" "}
          {help.checked_note} {t("help.signsChecked", { date: dayText(help.reviewed_on) })}
        </p>
        <WhereRead sources={help.sources} />
      </div>
    </Screen>
  );
}

/** A country may have more numbers than the one for an ambulance, such as the police. */
function OtherNumbers({ country }: { country: HelpCountry }) {
  const others = country.emergency.slice(1);
  if (others.length === 0) return null;
  return (
    <section class="card">
      <h2 class="card-heading">{t("help.otherNumbers", { country: country.name })}</h2>
      {others.map(({ number, label, second_hand }) => (
        <Fragment key={number}>
          <Call href={callHref(number)}>{t("help.callWhom", { number, whom: label })}</Call>
          {second_hand && <p class="quiet">{t("help.secondHand")}</p>}
        </Fragment>
      ))}
    </section>
  );
}
