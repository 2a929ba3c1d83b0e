// Lines that are not for an emergency, and rules such as the right to ask for another look in hospital.
import "../../../i18n/words/help";
import type { Country, Fact } from "../../../content/bundle";
import { t } from "../../../i18n";
import { Buttons } from "../../components/button";
import { Card } from "../../components/card";
import { Call, callHref, textHref } from "./call";

export function OtherLines({ country }: { country: Country }) {
  return (
    <>
      <Line heading={t("help.urgent")} fact={country.urgent} />
      <Line heading={t("help.crisis")} fact={country.crisis} />
      <Line heading={t("help.ward")} fact={country.ward} />
    </>
  );
}

function Line({ heading, fact }: { heading: string; fact: Fact | null }) {
  if (fact === null) return null;
  return (
    <Card heading={heading}>
      <p>{fact.text}</p>
      {fact.number && (
        <Buttons>
          <Call href={callHref(fact.number)}>{t("help.call", { number: fact.number })}</Call>
          {fact.sms && <Call href={textHref(fact.number)}>{t("help.text", { number: fact.number })}</Call>}
        </Buttons>
      )}
    </Card>
  );
}
