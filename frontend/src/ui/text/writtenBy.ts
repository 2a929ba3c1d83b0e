// Who wrote a page, for the page itself: the patient, or whoever helps and how the patient agrees. Pure.
import type { CaseDoc } from "../../domain/case/document";
import { type Helping, helping } from "../../domain/helping/helping";
import { messagesFrom } from "../../i18n";
import helpingWords from "../../i18n/en/helping.json";
import { isolated } from "../start/isolate";

const t = messagesFrom(helpingWords);

/** "the patient", or "Anna, the patient’s daughter, with the patient". */
export function writtenBy(doc: CaseDoc): string {
  const helper = helping(doc);
  if (helper === null) return t("writtenBy.patient");
  const who = helperText(helper);
  return helper.agreement === "" ? who : t(`writtenBy.${helper.agreement}`, { who });
}

/** "Anna, the patient’s daughter", or what is known of that. */
export function helperText({ name, relation }: Helping): string {
  const known = { name: isolated(name), relation: isolated(relation) };
  if (relation === "") return name === "" ? t("writtenBy.nobody") : t("writtenBy.nameOnly", known);
  return t(name === "" ? "writtenBy.related" : "writtenBy.named", known);
}
