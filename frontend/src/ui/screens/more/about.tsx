// What the app is, what it is not, and who can see what. Plain and complete, because trust depends on it.
import { version } from "../../../../package.json";
import { messagesFrom } from "../../../i18n";
import moreWords from "../../../i18n/en/more.json";
import { Card } from "../../start/components/card";
import { Screen } from "../../start/components/screen";
import { useBundle } from "../../start/useLibrary";

const t = messagesFrom(moreWords);

export function About() {
  const bundle = useBundle();
  const seen = [t("about.sees1"), t("about.sees2"), t("about.sees3"), t("about.sees4"), t("about.sees5")];
  return (
    <Screen title={t("about.title")} back="/more">
      <div class="stack">
        <p>{t("about.what")}</p>
        <p>{t("about.notAdvice")}</p>
        <Card heading={t("about.whoSees")}>
          {seen.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Card>
        <Card heading={t("about.version")}>
          <p>{t("about.appVersion", { version })}</p>
          <p>{bundle ? t("about.guideVersion", { version: bundle.version }) : t("about.noGuide")}</p>
          <p>{t("about.licence")}</p>
        </Card>
      </div>
    </Screen>
  );
}
