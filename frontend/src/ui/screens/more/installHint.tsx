// How to add the app to the home screen, shown only where that is possible.
import { Plus } from "lucide-preact";
import { messagesFrom } from "../../../i18n";
import moreWords from "../../../i18n/en/more.json";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { acceptInstallOffer, installOffer, needsIphoneHint } from "../../start/install";

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
  if (!needsIphoneHint(navigator.userAgent, matchMedia("(display-mode: standalone)").matches)) return null;
  return (
    <Card heading={t("more.install")}>
      <p>{t("more.installText")}</p>
      <p>{t("more.installIphone")}</p>
    </Card>
  );
}
