// From the third doctor on: a gentle question about what one more would add. It asks, keeps the answer, and never
// blocks.

import { caseText, editCaseText } from "../../../domain/case/document";
import { mayMirror } from "../../../domain/opinions/comparison";
import { opinions } from "../../../domain/opinions/opinionEntries";
import { doctorsHeard } from "../../../domain/opinions/opinions";
import { messagesFrom } from "../../../i18n";
import opinionsWords from "../../../i18n/en/opinions.json";
import { TextArea } from "../../components/textField";
import { ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { useOpened } from "../../start/useCase";

const t = messagesFrom(opinionsWords);

/** Renders nothing before the third doctor. The screen above renders again when the case changes. */
export function Mirror() {
  const opened = useOpened();
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
