// Shown before there is a case: a picture of what the person will have, and three ways to begin, in their own words. A
// person whose case was lost is told so instead.
import { CalendarDays, Heart, Users } from "lucide-preact";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import homeWords from "../../../i18n/en/home.json";
import { ButtonLink } from "../../start/components/button";
import { Later } from "../../start/components/later";
import { Screen } from "../../start/components/screen";
import { SeeExample } from "../../start/components/seeExample";
import { isFromHomeScreen } from "../../start/install";
import { useBook, useGoneSince } from "../../start/useBook";
import "./welcome.css";

const t = messagesFrom(frameWords, homeWords);

export function Welcome() {
  const book = useBook();
  const hasArchivedCases = (book?.cases().length ?? 0) > 0;
  const isEmpty = book !== null && !hasArchivedCases;
  const day = useGoneSince();
  if (day !== "") {
    return (
      <Screen title={t("welcome.gone")} tab="page" kicker="">
        <Later load={async () => (await import("../trouble/gone")).Gone} given={{ day }} />
      </Screen>
    );
  }
  return (
    <Screen title={t("welcome.title")} tab="page" kicker="">
      <div class="stack">
        {isEmpty && isFromHomeScreen() ? <Later load={beganInBrowser} given={{}} /> : <Reward />}
        <ButtonLink href="/begin" icon={Heart} look="quiet">
          {t("welcome.told")}
        </ButtonLink>
        <ButtonLink href="/begin/soon" icon={CalendarDays} look="quiet">
          {t("welcome.soon")}
        </ButtonLink>
        <ButtonLink href="/begin/helping" icon={Users} look="quiet">
          {t("welcome.helping")}
        </ButtonLink>
        <p class="welcome-links">
          <a href="/pair">{t("welcome.otherPhone")}</a>
          <SeeExample />
          <a href="/guide">{t("welcome.guide")}</a>
          {hasArchivedCases && <a href="/cases">{t("welcome.archived")}</a>}
        </p>
        <p class="quiet">{t("welcome.plain")}</p>
        <p class="quiet">{t("app.notMedicalAdvice")}</p>
      </div>
    </Screen>
  );
}

const beganInBrowser = async () => (await import("../accidents/beganInBrowser")).BeganInBrowser;

/** An example of an answer, as it will appear in the person's own journal. */
function Reward() {
  return (
    <figure class="card welcome-reward">
      <figcaption class="quiet">{t("welcome.example")}</figcaption>
      <p>
        <b>{t("welcome.question")}</b>
      </p>
      <blockquote>{t("welcome.answer")}</blockquote>
    </figure>
  );
}
