// On the welcome of an app that was opened from the home screen and is empty: an iPhone gives it a storage of its own,
// so the case may be in the browser.
import { messagesFrom } from "../../../i18n";
import accidentsWords from "../../../i18n/en/accidents.json";
import { CopyLink } from "../../components/copyLink";
import { ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";

const t = messagesFrom(accidentsWords);

export function BeganInBrowser() {
  return (
    <Card heading={t("beganInBrowser.title")}>
      <p>{t("beganInBrowser.why")}</p>
      <ButtonLink href="/recover" look="quiet">
        {t("beganInBrowser.recover")}
      </ButtonLink>
      <ButtonLink href="/pair" look="quiet">
        {t("beganInBrowser.bring")}
      </ButtonLink>
      <CopyLink />
      <p class="quiet">{t("beganInBrowser.how")}</p>
    </Card>
  );
}
