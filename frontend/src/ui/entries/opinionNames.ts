// What a doctor is called on the screens about opinions, even a doctor without a name.
import type { CaseDoc } from "../../domain/case/document";
import type { Opinion } from "../../domain/opinions/opinionEntries";
import { firstDoctorsName, isFirstDoctors } from "../../domain/opinions/opinions";
import { messagesFrom } from "../../i18n";
import opinionsWords from "../../i18n/en/opinions.json";

const t = messagesFrom(opinionsWords);

export function doctorOfOpinion(doc: CaseDoc, opinion: Opinion): string {
  const named = opinion.who.value.trim();
  if (named !== "") return named;
  return isFirstDoctors(doc, opinion) ? firstDoctorsName(doc) || t("opinions.first") : t("opinions.later");
}
