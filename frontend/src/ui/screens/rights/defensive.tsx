// What to say when someone takes it badly that a second opinion is asked for. Calm words; nobody is in the wrong.
import "../../../i18n/words/rights";
import { NotebookPen } from "lucide-preact";
import { t } from "../../../i18n";
import { ButtonLink } from "../../components/button";
import { Card } from "../../components/card";
import { SayLines } from "./sayLines";

export function DefensiveWords() {
  return (
    <Card heading={t("rights.defensive")}>
      <p>{t("rights.defensiveWhy")}</p>
      <p>{t("rights.ifHurt")}</p>
      <SayLines lines={[t("rights.ifHurtSay")]} />
      <p>{t("rights.ifNoNeed")}</p>
      <SayLines lines={[t("rights.ifNoNeedSay")]} />
      <p>{t("rights.ifNoRecords")}</p>
      <SayLines lines={[t("rights.ifNoRecordsSay")]} />
      <ButtonLink href="/journal/note/new" icon={NotebookPen} look="quiet">
        {t("rights.writeDown")}
      </ButtonLink>
    </Card>
  );
}
