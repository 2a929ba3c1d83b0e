// What a person sees before there is a case: what this is, and three ways on. Someone whose case is gone is told so instead.
import { BookOpen, Plus, Smartphone } from "lucide-preact";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import homeWords from "../../../i18n/en/home.json";
import { ButtonLink } from "../../start/components/button";
import { Later } from "../../start/components/later";
import { Screen } from "../../start/components/screen";
import { useBook, useGoneSince } from "../../start/useBook";

const t = messagesFrom(frameWords, homeWords);

export function Welcome() {
  const book = useBook();
  const hasCasesPutAway = (book?.cases().length ?? 0) > 0;
  const day = useGoneSince();
  if (day !== "") {
    return (
      <Screen title={t("welcome.gone")} kicker={t("app.name")}>
        <Later load={async () => (await import("../trouble/gone")).Gone} given={{ day }} />
      </Screen>
    );
  }
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
