// The guide: the way to search, and its sections in the order of a second opinion.
import "../../../i18n/words/guide";
import { Search } from "lucide-preact";
import { t } from "../../../i18n";
import { ButtonLink } from "../../components/button";
import { LinkRow, Rows } from "../../components/rows";
import { Screen } from "../../components/screen";
import { GuideGate } from "../../useLibrary";
import { CardsNotRead } from "./notRead";

export function Guide() {
  return (
    <Screen title={t("guide.title")}>
      <div class="stack">
        <p>{t("guide.intro")}</p>
        <ButtonLink href="/guide/search" icon={Search} look="quiet">
          {t("guide.search")}
        </ButtonLink>
        <GuideGate>
          {(bundle) => (
            <>
              <CardsNotRead cards={bundle.cards} />
              <Rows>
                {bundle.sections.map((section) => (
                  <LinkRow
                    key={section.id}
                    href={`/guide/section/${section.id}`}
                    title={section.title}
                    detail={t("guide.cards", { count: section.cards.length })}
                  />
                ))}
              </Rows>
            </>
          )}
        </GuideGate>
        <p class="quiet">{t("app.notMedicalAdvice")}</p>
      </div>
    </Screen>
  );
}
