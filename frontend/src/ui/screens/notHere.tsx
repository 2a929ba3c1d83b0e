// The screen for an address that leads nowhere: calm, with ways on.
import { BookOpen, Route } from "lucide-preact";
import { t } from "../../i18n";
import { ButtonLink } from "../components/button";
import { Screen } from "../components/screen";

export function NotHere() {
  return (
    <Screen title={t("error.notHere")}>
      <div class="stack">
        <p>{t("error.notHereText")}</p>
        <ButtonLink href="/" icon={Route}>
          {t("error.toCase")}
        </ButtonLink>
        <ButtonLink href="/guide" icon={BookOpen} look="quiet">
          {t("error.toGuide")}
        </ButtonLink>
      </div>
    </Screen>
  );
}
