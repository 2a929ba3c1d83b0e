// The one thing to do next, with the button that leads there.
import type { Facts } from "../../../domain/facts";
import type { NextStep } from "../../../domain/journey";
import { t } from "../../../i18n";
import { ButtonLink } from "../../components/button";
import { Card } from "../../components/card";
import { stepOf } from "./nextStep";

export function NextCard({ next, facts }: { next: NextStep; facts: Facts }) {
  const step = stepOf(next, facts);
  return (
    <Card kicker={t("case.next")} heading={step.sentence}>
      <ButtonLink href={step.href}>{step.action}</ButtonLink>
    </Card>
  );
}
