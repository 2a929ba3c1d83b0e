// More: phones, country, display, storage, about.
import { t } from "../../../i18n";
import { Screen } from "../../components/screen";

export function More() {
  return <Screen title={t("nav.more")}>{t("app.notMedicalAdvice")}</Screen>;
}
