// How the app comes on to the home screen, and that on an iPhone what was written in the browser does not come along.
import { messagesFrom } from "../../../i18n";
import accidentsWords from "../../../i18n/en/accidents.json";
import { ButtonLink } from "../../start/components/button";
import { Screen } from "../../start/components/screen";

const t = messagesFrom(accidentsWords);

export function HomeScreen() {
  return (
    <Screen title={t("homeScreen.title")} back="/more">
      <div class="stack">
        <p>{t("homeScreen.why")}</p>
        <p>{t("homeScreen.iphone")}</p>
        <p>{t("homeScreen.other")}</p>
        <p>{t("homeScreen.empty")}</p>
        <ButtonLink href="/more/recovery-code">{t("homeScreen.code")}</ButtonLink>
      </div>
    </Screen>
  );
}
