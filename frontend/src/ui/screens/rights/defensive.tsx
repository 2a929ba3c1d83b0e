// What to say when someone takes the request for a second opinion badly. Calm words; nobody is in the wrong.
import { NotebookPen } from "lucide-preact";
import { messagesFrom } from "../../../i18n";
import rightsWords from "../../../i18n/en/rights.json";
import { ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { Spoken } from "./sayLines";

const t = messagesFrom(rightsWords);

export function DefensiveWords() {
  return (
    <Card heading={t("rights.defensive")}>
      <p>{t("rights.defensiveWhy")}</p>
      <p>{t("rights.ifHurt")}</p>
      <Spoken said={["ifHurt"]} />
      <p>{t("rights.ifNoNeed")}</p>
      <Spoken said={["ifNoNeed"]} />
      <p>{t("rights.ifNoRecords")}</p>
      <Spoken said={["ifNoRecords"]} />
      <ButtonLink href="/journal/note/new" icon={NotebookPen} look="quiet">
        {t("rights.writeDown")}
      </ButtonLink>
    </Card>
  );
}
