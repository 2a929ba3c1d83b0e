// What a person sees before there is a case: what this is, and three ways on.
import { BookOpen, Plus, Smartphone } from "lucide-preact";
import { t } from "../../../i18n";
import { ButtonLink } from "../../components/button";
import { Screen } from "../../components/screen";
import { useBook } from "../../useBook";

export function Welcome() {
  const hasCasesPutAway = (useBook()?.cases().length ?? 0) > 0;
  return (
    <Screen title={t("welcome.title")} kicker={t("app.name")}>
      <div class="stack">
        <p>{t("welcome.text")}</p>
        <ButtonLink href="/cases/new" icon={Plus}>
          {t("welcome.start")}
        </ButtonLink>
        <ButtonLink href="/pair" icon={Smartphone} look="quiet">
          {t("welcome.otherPhone")}
        </ButtonLink>
        <ButtonLink href="/guide" icon={BookOpen} look="quiet">
          {t("welcome.guide")}
        </ButtonLink>
        {hasCasesPutAway && (
          <ButtonLink href="/cases" look="plain">
            {t("welcome.putAway")}
          </ButtonLink>
        )}
        <p class="quiet">{t("app.notMedicalAdvice")}</p>
      </div>
    </Screen>
  );
}
