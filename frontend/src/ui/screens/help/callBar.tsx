// The one thing to do, always in view: the call to the country's number, or in plain words whom to call while the
// number is unknown. Read out right after the country; shown at the bottom of the window, in thumb reach.
import type { HelpCountry } from "../../../content/helpNow";
import { messagesFrom } from "../../../i18n";
import helpWords from "../../../i18n/en/help.json";
import { Call, callHref } from "./call";

const t = messagesFrom(helpWords);

export function CallBar({ country }: { country: HelpCountry | null }) {
  const number = country?.emergency[0]?.number;
  return (
    <div class="call-bar">
      {number ? (
        <Call href={callHref(number)} urgent>
          {t("help.call", { number })}
        </Call>
      ) : (
        <p class="call-words">{t("help.callLocal")}</p>
      )}
    </div>
  );
}
