// The screen for an address that does not exist: calm, with links to go on.
import { BookOpen, Route } from "lucide-preact";
import { messagesFrom } from "../../i18n";
import entriesWords from "../../i18n/en/entries.json";
import frameWords from "../../i18n/en/frame.json";
import { ButtonLink } from "../start/components/button";
import { Screen } from "../start/components/screen";

const t = messagesFrom(entriesWords, frameWords);

export function NotHere() {
  return (
    <Screen title={t("notHere.title")}>
      <div class="stack">
        <p>{t("notHere.text")}</p>
        <ButtonLink href="/" icon={Route}>
          {t("notHere.toCase")}
        </ButtonLink>
        <ButtonLink href="/guide" icon={BookOpen} look="quiet">
          {t("error.toGuide")}
        </ButtonLink>
      </div>
    </Screen>
  );
}
