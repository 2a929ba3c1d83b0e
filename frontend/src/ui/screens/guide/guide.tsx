// The guide: a link to the search, and the sections in the order of a second opinion.
import { Search } from "lucide-preact";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import guideWords from "../../../i18n/en/guide.json";
import { ButtonLink } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { Screen } from "../../start/components/screen";
import { GuideGate } from "../../start/useLibrary";
import { CardsNotRead } from "./notRead";

const t = messagesFrom(frameWords, guideWords);

export function Guide() {
  return (
    <Screen title={t("guide.title")} tab="page">
      <div class="stack">
        <p>{t("guide.intro")}</p>
        <ButtonLink href="/search" icon={Search} look="quiet">
          {t("nav.search")}
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
