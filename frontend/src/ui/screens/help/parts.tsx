// What else is on the page, for those whom the call button does not help: jump links, because nobody in need scrolls.
import { messagesFrom } from "../../../i18n";
import helpWords from "../../../i18n/en/help.json";

const t = messagesFrom(helpWords);

export function Parts() {
  const parts = [
    { part: "text", words: t("help.parts.text") },
    { part: "crisis", words: t("help.parts.crisis") },
    { part: "team", words: t("help.parts.team") },
  ];
  return (
    <nav class="help-parts" aria-label={t("help.parts.label")}>
      {parts.map(({ part, words }) => (
        <a key={part} href={`#${part}`} onClick={(event) => jump(event, part)}>
          {words}
        </a>
      ))}
    </nav>
  );
}

function jump(event: MouseEvent, part: string): void {
  event.preventDefault();
  const heading = document.querySelector<HTMLElement>(`[data-part="${part}"] h2`);
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView();
}
