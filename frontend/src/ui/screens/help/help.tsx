// Get help now.
import { t } from "../../../i18n";
import { Screen } from "../../components/screen";

export function Help() {
  return (
    <Screen title={t("nav.help")} isHelp back="/">
      {t("app.notMedicalAdvice")}
    </Screen>
  );
}
