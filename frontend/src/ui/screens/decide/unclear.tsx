// What is still unclear, one thing per line, and a button that turns the lines into questions.

import { Plus } from "lucide-preact";
import { caseText, editCaseText } from "../../../domain/case/document";
import { deleteEntry } from "../../../domain/case/entries";
import { askUnclear, unclearLines } from "../../../domain/decide/options";
import { isAsked } from "../../../domain/opinions/discuss";
import { messagesFrom } from "../../../i18n";
import decideWords from "../../../i18n/en/decide.json";
import { TextArea } from "../../components/textField";
import { Button } from "../../start/components/button";
import { offerUndo } from "../../start/undo";
import { useOpened } from "../../start/useCase";

const t = messagesFrom(decideWords);

/** The screen above renders again when the case changes. */
export function Unclear() {
  const { doc, writer } = useOpened();
  const lines = unclearLines(doc);
  const open = lines.filter((line) => !isAsked(doc, line));
  const add = () => {
    const added = askUnclear(doc, writer);
    offerUndo(t("decide.unclearMade", { count: added.length }), () => {
      for (const id of added) deleteEntry(doc, "questions", id, writer);
    });
  };
  return (
    <>
      <TextArea
        label={t("decide.unclear")}
        quietLabel
        hint={t("decide.unclearHint")}
        rows={3}
        value={caseText(doc, "unclear")}
        current={() => caseText(doc, "unclear")}
        onInput={(text) => editCaseText(doc, "unclear", text)}
      />
      {lines.length > 0 && open.length === 0 && <p class="quiet">{t("decide.unclearAdded")}</p>}
      {open.length > 0 && (
        <Button look="quiet" icon={Plus} onClick={add}>
          {t("decide.unclearAdd", { count: open.length })}
        </Button>
      )}
    </>
  );
}
