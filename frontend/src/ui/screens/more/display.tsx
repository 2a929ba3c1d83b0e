// How the app looks on this phone. Every choice takes effect at once.
import { messagesFrom } from "../../../i18n";
import moreWords from "../../../i18n/en/more.json";
import { Choice, Switch } from "../../components/choice";
import { Screen } from "../../start/components/screen";
import { useServices } from "../../start/services";
import type { Theme } from "../../start/settings";

const t = messagesFrom(moreWords);

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
