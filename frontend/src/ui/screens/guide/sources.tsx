// Where a text comes from. A source on the web is a plain link that only a tap follows; nothing is loaded from there.
import "../../../i18n/words/guide";
import { ExternalLink } from "lucide-preact";
import type { Source } from "../../../content/bundle";
import { t } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import { Icon } from "../../components/icon";
import "./sources.css";

export function Sources({ sources }: { sources: Source[] }) {
  if (sources.length === 0) return null;
  return (
    <div class="sources quiet">
      <h2>{t("guide.sources")}</h2>
      <ul>
        {sources.map((source) => (
          <li key={source.key}>
            {source.url ? <OtherSite href={source.url} text={source.text} /> : source.text}{" "}
            {source.second_hand && <>{t("guide.secondHand")} </>}
            {t("guide.checkedOn", { date: dayText(source.checked_on) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function OtherSite({ href, text }: { href: string; text: string }) {
  return (
    <a class="other-site" href={href} target="_blank" rel="noopener noreferrer">
      {text} <Icon of={ExternalLink} small />
      <span class="hidden-but-read">{t("guide.otherSite")}</span>
    </a>
  );
}
