// Stands where a case would, when storage or the case did not open: the reason is told by whoever is loaded for it.
import { t } from "../../i18n";
import { Later } from "./later";

export function WhyNot({ cause }: { cause: unknown }) {
  return (
    <div class="stack">
      <Later load={async () => (await import("../screens/trouble/trouble")).Trouble} given={{ cause }} />
      <p class="quiet">{t("error.stillWorks")}</p>
    </div>
  );
}
