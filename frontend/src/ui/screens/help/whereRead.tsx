// The sources of the signs, folded away, because nobody who needs help reads them first. A list of its own, not the one
// of the guide: this screen works without the files of others. A link is followed only by a tap.
import type { Source } from "../../../content/bundle";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import helpWords from "../../../i18n/en/help.json";

const t = messagesFrom(helpWords);

export function WhereRead({ sources }: { sources: Source[] }) {
  if (sources.length === 0) return null;
  return (
    <details class="where-read">
      <summary>{t("help.whereRead")}</summary>
      <ul class="quiet">
        {sources.map(({ key, text, url, checked_on, second_hand, site_only }) => (
          <li key={key}>
            {url ? (
              <a href={url} target="_blank" rel="noopener noreferrer">
                {text}
              </a>
            ) : (
              text
            )}{" "}
            {t("help.readOn", { date: dayText(checked_on) })} {second_hand && t("help.secondHand")}{" "}
            {site_only && t("help.siteOnly")}
          </li>
        ))}
      </ul>
    </details>
  );
}
