// Shown in place of a case when storage or the case did not open. The module that explains why is loaded on demand.
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import { Later } from "./later";

const t = messagesFrom(frameWords);

export function WhyNot({ cause }: { cause: unknown }) {
  return (
    <div class="stack">
      <Later load={async () => (await import("../../screens/trouble/trouble")).Trouble} given={{ cause }} />
      <p class="quiet">{t("error.stillWorks")}</p>
    </div>
  );
}
