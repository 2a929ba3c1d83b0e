// Where a text comes from. A source on the web is a plain link, followed only by a tap; nothing is loaded from there.
import { ExternalLink } from "lucide-preact";
import type { Source } from "../../../content/bundle";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import guideWords from "../../../i18n/en/guide.json";
import { Icon } from "../../start/components/icon";
import "./sources.css";

const t = messagesFrom(guideWords);

type Props = {
  sources: Source[];
  title?: string;
  /** Folded behind its title, for screens with many statements that each have sources. */
  isFolded?: boolean;
};

export function Sources({ sources, title = t("guide.sources"), isFolded = false }: Props) {
  if (sources.length === 0) return null;
  const list = (
    <ul>
      {sources.map((source) => (
        <li key={source.key}>
          {source.url ? <OtherSite href={source.url} text={source.text} /> : source.text}{" "}
          {source.second_hand && <>{t("guide.secondHand")} </>}
          {source.site_only && <>{t("guide.siteOnly")} </>}
          {t("guide.checkedOn", { date: dayText(source.checked_on) })}
        </li>
      ))}
    </ul>
  );
  if (isFolded) {
    return (
      <details class="sources quiet">
        <summary>{title}</summary>
        {list}
      </details>
    );
  }
  return (
    <div class="sources quiet">
      <h2>{title}</h2>
      {list}
    </div>
  );
}

export function OtherSite({ href, text }: { href: string; text: string }) {
  return (
    <a class="other-site" href={href} target="_blank" rel="noopener noreferrer">
      {text} <Icon of={ExternalLink} small />
      <span class="hidden-but-read">{t("guide.otherSite")}</span>
    </a>
  );
}
