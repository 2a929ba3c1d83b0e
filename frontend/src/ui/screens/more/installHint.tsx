// How to put the app on the home screen, only where there is a way to do it.
import "../../../i18n/words/more";
import { Plus } from "lucide-preact";
import { t } from "../../../i18n";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { acceptInstallOffer, installOffer, needsIphoneHint } from "../../install";

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
