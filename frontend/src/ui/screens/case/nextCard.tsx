// The one thing to do next, with the button that leads there.
import type { Journey } from "../../../domain/journey";
import { t } from "../../../i18n";
import { ButtonLink } from "../../components/button";
import { Card } from "../../components/card";
import { stepOf } from "./nextStep";

export function NextCard({ journey }: { journey: Journey }) {
  const step = stepOf(journey);
  return (
    <Card kicker={t("case.next")} heading={step.sentence}>
      <ButtonLink href={step.href}>{step.action}</ButtonLink>
    </Card>
  );
}
