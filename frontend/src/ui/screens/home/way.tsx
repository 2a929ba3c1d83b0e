// The way of a case: six icons with their words, each leading to its part of the case. A tick says only what the person
// has said or written.
import { Check, CircleQuestionMark, DoorOpen, Folder, Heart, type LucideIcon, Scale, Users } from "lucide-preact";
import { type Journey, type Stage, stages } from "../../../domain/journey/journey";
import { messagesFrom } from "../../../i18n";
import homeWords from "../../../i18n/en/home.json";
import { Icon } from "../../start/components/icon";
import "./way.css";

const t = messagesFrom(homeWords);

/** Each stage with its icon and its place. */
export const places: Record<Stage, { href: string; icon: LucideIcon }> = {
  reasons: { href: "/case/reasons", icon: CircleQuestionMark },
  prepare: { href: "/papers", icon: Folder },
  choose: { href: "/case/doctors", icon: Users },
  visit: { href: "/case/visits", icon: DoorOpen },
  compare: { href: "/case/compare", icon: Scale },
  decide: { href: "/case/decide", icon: Heart },
};

export function Way({ journey: { done, now } }: { journey: Journey }) {
  return (
    <ol class="stages" aria-label={t("case.way")}>
      {stages.map((stage) => {
        const state = done[stage] ? "Done" : stage === now ? "Now" : "Later";
        const { href, icon } = places[stage];
        return (
          <li key={stage}>
            <a class={`stage stage-${state}`} href={href} aria-current={state === "Now" ? "step" : undefined}>
              <span class="stage-mark">
                <Icon of={state === "Done" ? Check : icon} />
              </span>
              {t(`case.stage.${stage}`)}
              <span class="hidden-but-read">{t(`case.mark${state}`)}</span>
            </a>
          </li>
        );
      })}
    </ol>
  );
}
