// The one thing to do next, with the button that leads there.
import type { Facts } from "../../../domain/journey/facts";
import type { NextStep } from "../../../domain/journey/journey";
import { messagesFrom } from "../../../i18n";
import homeWords from "../../../i18n/en/home.json";
import { ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { stepOf } from "./nextStep";

const t = messagesFrom(homeWords);

export function NextCard({ next, facts }: { next: NextStep; facts: Facts }) {
  const step = stepOf(next, facts);
  return (
    <Card kicker={t("case.next")} heading={step.sentence}>
      <ButtonLink href={step.href}>{step.action}</ButtonLink>
    </Card>
  );
}
