// Above the page: whether everything fits, what does not, and what the patient has left out. The last is shown here,
// not on paper.
import { type CaseDoc, caseText } from "../../../domain/case/document";
import { helping } from "../../../domain/helping/helping";
import { isOnPage, sheetSections } from "../../../domain/summary/summary";
import { language, messagesFrom } from "../../../i18n";
import summaryWords from "../../../i18n/en/summary.json";
import { Card } from "../../start/components/card";
import { sectionTitle } from "./sectionTitle";

const t = messagesFrom(summaryWords);

const list = new Intl.ListFormat(language, { type: "conjunction" });

export function PageState({ doc, whom, note }: { doc: CaseDoc; whom: string; note: string }) {
  const left = sheetSections.filter((section) => !isOnPage(doc, whom, section));
  const isWhyMissing = !left.includes("why") && caseText(doc, "whyHere").trim() === "";
  const sections = list.format(left.map((section) => sectionTitle(section, helping(doc) !== null)));
  return (
    <>
      <h2>{t("summary.page")}</h2>
      {isWhyMissing && <p>{t("summary.whyMissing")}</p>}
      {left.length > 0 && <p>{t("summary.leftOut", { sections })}</p>}
      {note === "" ? (
        <p class="quiet">{t("summary.fits")}</p>
      ) : (
        <Card tone="attention" heading={t("summary.fitting")}>
          <p>{note}</p>
          <p>{t("summary.shareAll")}</p>
        </Card>
      )}
    </>
  );
}
