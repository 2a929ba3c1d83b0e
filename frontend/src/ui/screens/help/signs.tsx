// The cards: signs to look for, and whom to call. Red is the emergency number and nothing else.
import { Phone } from "lucide-preact";
import type { HelpCard, HelpText } from "../../../content/bundle";
import { messagesFrom } from "../../../i18n";
import helpWords from "../../../i18n/en/help.json";
import { Icon } from "../../start/components/icon";
import { TeamNumber } from "./teamNumber";

const t = messagesFrom(helpWords);

/** `named` puts the country's number, or words in its place, into a text. */
export function Signs({ help, named }: { help: HelpText; named: (text: string) => string }) {
  return (
    <>
      <p class="do-not-wait">{help.do_not_wait}</p>
      {help.cards.map((card) => (
        <SignCard key={card.heading} card={card} named={named} />
      ))}
    </>
  );
}

function SignCard({ card, named }: { card: HelpCard; named: (text: string) => string }) {
  const isCall = card.heading.includes("{number}");
  return (
    <section class={isCall ? "care-card care-call" : "care-card"} data-part={card.calls_team ? "team" : undefined}>
      <h2 tabIndex={-1}>
        {isCall && <Icon of={Phone} />}
        <span>{named(card.heading)}</span>
      </h2>
      <ul>
        {card.signs.map((sign) => (
          <li key={sign}>{sign}</li>
        ))}
      </ul>
      {card.calls_team && <TeamNumber />}
      {card.closing && <p class="care-closing">{named(card.closing)}</p>}
      {!card.read_by_clinician && <p class="care-unread">{t("help.unread")}</p>}
    </section>
  );
}
