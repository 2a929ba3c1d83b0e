// How to add the app to the home screen, shown only where that is possible.
import { Plus } from "lucide-preact";
import { messagesFrom } from "../../../i18n";
import moreWords from "../../../i18n/en/more.json";
import { Button, ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { acceptInstallOffer, installOffer, isFromHomeScreen, needsIphoneHint } from "../../start/install";

const t = messagesFrom(moreWords);

export function InstallHint() {
  if (installOffer.value) {
    return (
      <Card heading={t("more.install")}>
        <p>{t("more.installText")}</p>
        <Button icon={Plus} look="quiet" onClick={() => void acceptInstallOffer()}>
          {t("more.installButton")}
        </Button>
      </Card>
    );
  }
  if (!needsIphoneHint(navigator.userAgent, isFromHomeScreen(), navigator.maxTouchPoints)) return null;
  return (
    <Card heading={t("more.install")}>
      <p>{t("more.installText")}</p>
      <ButtonLink href="/more/home-screen" look="quiet">
        {t("more.installHow")}
      </ButtonLink>
    </Card>
  );
}
