// Other ways to get help. Each says what is true before a country is chosen, and says so when nothing was found: a gap
// would look as if there were no help. What was read on another organisation's page says so.
import type { ComponentChildren } from "preact";
import type { HelpCountry, HelpFact } from "../../../content/helpNow";
import { messagesFrom } from "../../../i18n";
import helpWords from "../../../i18n/en/help.json";
import { Buttons } from "../../start/components/button";
import { Call, callHref, textHref } from "./call";

const t = messagesFrom(helpWords);

type Props = { country: HelpCountry | null; named: (text: string) => string };

export function CrisisLine({ country, named }: Props) {
  const fact = country?.crisis ?? null;
  return (
    <Line part="crisis" heading={t("help.crisis.title")}>
      {fact && <Found fact={fact} />}
      {country && !fact && <p>{t("help.crisis.notFound", { country: nameOf(country) })}</p>}
      {!country && <p>{t("help.crisis.chooseFirst")}</p>}
      {!fact && <p>{t("help.crisis.printed")}</p>}
      <p>{named(t("help.crisis.danger"))}</p>
      {!fact?.number && <p class="quiet">{t("help.crisis.website")}</p>}
    </Line>
  );
}

export function TextLine({ country, named }: Props) {
  const fact = country?.emergency_text ?? null;
  return (
    <Line part="text" heading={t("help.byText.title")}>
      {fact && <Found fact={fact} textOnly />}
      {country && !fact && <p>{t("help.byText.notFound", { country: nameOf(country) })}</p>}
      {!country && <p>{t("help.byText.chooseFirst")}</p>}
      <p>{named(t("help.byText.askSomeone"))}</p>
    </Line>
  );
}

export function UrgentLine({ country }: { country: HelpCountry }) {
  return (
    <Line part="urgent" heading={t("help.urgent.title")}>
      {country.urgent ? (
        <Found fact={country.urgent} />
      ) : (
        <p>{t("help.urgent.notFound", { country: nameOf(country) })}</p>
      )}
    </Line>
  );
}

export function WardLine({ country }: { country: HelpCountry }) {
  return (
    <Line part="ward" heading={t("help.ward.title")}>
      {country.ward ? (
        <Found fact={country.ward} />
      ) : (
        <>
          <p>{t("help.ward.tell")}</p>
          <p>{t("help.ward.notFound", { country: nameOf(country) })}</p>
        </>
      )}
    </Line>
  );
}

function Line({ part, heading, children }: { part: string; heading: string; children: ComponentChildren }) {
  return (
    <section class="card" data-part={part}>
      <h2 class="card-heading" tabIndex={-1}>
        {heading}
      </h2>
      {children}
    </section>
  );
}

/** Conditions come before the button: a text to a number that requires registration first is lost. */
function Found({ fact, textOnly = false }: { fact: HelpFact; textOnly?: boolean }) {
  const toCall = textOnly ? null : fact.number;
  const toText = fact.text_number ?? (fact.sms ? fact.number : null);
  return (
    <>
      <p>{fact.text}</p>
      {(toCall || toText) && (
        <Buttons>
          {toCall && <Call href={callHref(toCall)}>{t("help.call", { number: toCall })}</Call>}
          {toText && <Call href={textHref(toText)}>{t("help.text", { number: toText })}</Call>}
        </Buttons>
      )}
      {fact.second_hand && <p class="quiet">{t("help.secondHand")}</p>}
      {fact.part_second_hand && <p class="quiet">{t("help.partSecondHand")}</p>}
    </>
  );
}

// The name of a country within a sentence. "Another country" is a choice and not a name.
export function nameOf({ code, name }: Pick<HelpCountry, "code" | "name">): string {
  return code === "other" ? t("help.yourCountry") : name;
}
