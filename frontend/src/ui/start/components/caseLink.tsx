// The name of the case at the top of the four main screens, or of the app while there is none. It leads to the other
// cases, the phones, sharing and the settings.
import { ChevronDown } from "lucide-preact";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import { useServices } from "../services";
import { caseTitle, useBook } from "../useBook";
import { Icon } from "./icon";

const t = messagesFrom(frameWords);

export function CaseLink() {
  const name = useCaseName();
  return (
    <a class="case-link" href="/more" title={t("nav.more")}>
      <bdi>{name ?? t("app.name")}</bdi>
      <Icon of={ChevronDown} small />
    </a>
  );
}

/** The name of the case on screen; null while there is none. */
export function useCaseName(): string | null {
  const current = useServices().openCase.value;
  const id = current.state === "open" ? current.opened.id : "";
  const entry = useBook()
    ?.cases()
    .find((one) => one.id === id);
  return entry ? caseTitle(entry) : null;
}
