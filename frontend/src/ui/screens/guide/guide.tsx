// The guide: its sections, and the way to search.
import { t } from "../../../i18n";
import { Screen } from "../../components/screen";

export function Guide() {
  return <Screen title={t("nav.guide")}>{t("app.notMedicalAdvice")}</Screen>;
}
