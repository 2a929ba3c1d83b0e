// What a country is called in a sentence. "Another country" is a choice and no name.
import type { HelpCountry } from "../../../content/helpNow";
import { messagesFrom } from "../../../i18n";
import helpWords from "../../../i18n/en/help.json";

const t = messagesFrom(helpWords);

export function nameOf({ code, name }: Pick<HelpCountry, "code" | "name">): string {
  return code === "other" ? t("help.yourCountry") : name;
}
