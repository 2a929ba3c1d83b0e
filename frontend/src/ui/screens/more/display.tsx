// How the app looks on this phone. Every choice shows at once.
import "../../../i18n/words/more";
import { t } from "../../../i18n";
import { Choice, Switch } from "../../components/choice";
import { Screen } from "../../components/screen";
import { useServices } from "../../services";
import type { Theme } from "../../settings";

export function Display() {
  const { theme, largeText } = useServices().settings;
  const options: { value: Theme; label: string; hint?: string }[] = [
    { value: "system", label: t("display.system") },
    { value: "light", label: t("display.light") },
    { value: "dark", label: t("display.dark") },
    { value: "contrast", label: t("display.contrast"), hint: t("display.contrastHint") },
  ];
  return (
    <Screen title={t("display.title")} back="/more">
      <div class="stack">
        <Choice
          legend={t("display.theme")}
          options={options}
          value={theme.value}
          onChoose={(chosen) => {
            theme.value = chosen;
          }}
        />
        <Switch
          label={t("display.larger")}
          hint={t("display.largerHint")}
          on={largeText.value}
          onChange={(on) => {
            largeText.value = on;
          }}
        />
      </div>
    </Screen>
  );
}
