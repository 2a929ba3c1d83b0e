// The one thing to do, always in view: the call to the country's number, or in plain words whom to call while the number is
// not known. Read out right after the country; it stands at the bottom of the window, in reach of a thumb.
import "../../../i18n/words/help";
import { Phone } from "lucide-preact";
import type { HelpCountry } from "../../../content/helpNow";
import { t } from "../../../i18n";
import { Icon } from "../../components/icon";
import { Call, callHref } from "./call";

export function CallBar({ country }: { country: HelpCountry | null }) {
  const number = country?.emergency[0]?.number;
  return (
    <div class="call-bar">
      {number ? (
        <Call href={callHref(number)} urgent>
          {t("help.call", { number })}
        </Call>
      ) : (
        <p class="call-words">
          <Icon of={Phone} />
          <b>{t("help.callLocal")}</b>
        </p>
      )}
    </div>
  );
}
