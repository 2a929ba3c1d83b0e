// From the third doctor on: a gentle question what one more would add. It asks, keeps the answer, and never blocks.
import "../../../i18n/words/opinions";
import type { OpenCase } from "../../../cases/book";
import { mayMirror } from "../../../domain/comparison";
import { caseText, editCaseText } from "../../../domain/document";
import { opinions } from "../../../domain/opinionEntries";
import { doctorsHeard } from "../../../domain/opinions";
import { t } from "../../../i18n";
import { ButtonLink } from "../../components/button";
import { Card } from "../../components/card";
import { TextArea } from "../../components/textField";

/** Nothing at all before the third doctor. The screen above renders again when the case changes. */
export function Mirror({ opened }: { opened: OpenCase }) {
  if (!mayMirror(opened.doc)) return null;
  const count = doctorsHeard(opinions(opened.doc));
  return (
    <Card heading={t("mirror.heading", { count })}>
      <p>{t(count === 3 ? "mirror.ask" : "mirror.askMore")}</p>
      <TextArea
        label={t("mirror.label")}
        hint={t("mirror.hint")}
        rows={3}
        value={caseText(opened.doc, "mirror")}
        current={() => caseText(opened.doc, "mirror")}
        onInput={(text) => editCaseText(opened.doc, "mirror", text)}
      />
      <ButtonLink look="plain" href="/guide/card/F4">
        {t("mirror.card")}
      </ButtonLink>
    </Card>
  );
}
