// The screen for an address that leads nowhere: calm, with ways on.
import "../../i18n/words/entries";
import { BookOpen, Route } from "lucide-preact";
import { t } from "../../i18n";
import { ButtonLink } from "../components/button";
import { Screen } from "../components/screen";

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
