// What to do next: at most three steps, each with its reason, or the one step while no day is known.
import { type Journey, stageOf } from "../../../domain/journey/journey";
import { messagesFrom } from "../../../i18n";
import homeWords from "../../../i18n/en/home.json";
import { LinkRow, Rows } from "../../start/components/rows";
import { stepOf } from "./nextStep";
import { places } from "./way";

const t = messagesFrom(homeWords);

export function Actions({ journey: { steps, facts }, today }: { journey: Journey; today: string }) {
  if (steps.length === 0) return null;
  return (
    <section class="card">
      <Rows label={t("case.next")}>
        {steps.map((next) => (
          <LinkRow key={next} icon={places[stageOf(next)].icon} {...detailed(stepOf(next, facts, today))} />
        ))}
      </Rows>
    </section>
  );
}

function detailed({ why: detail, ...step }: ReturnType<typeof stepOf>) {
  return { ...step, detail };
}
