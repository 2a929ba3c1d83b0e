// "Will my doctor drop me?" What two medical associations in the USA say about ending care, each named, with the card's
// sources. It promises nothing and uses no legal terms.
import type { Bundle } from "../../../content/bundle";
import { messagesFrom } from "../../../i18n";
import rightsWords from "../../../i18n/en/rights.json";
import { Card } from "../../start/components/card";
import { Sources } from "../guide/sources";
import { sourcesOnEndingCare } from "./known";
import { Spoken } from "./sayLines";

const t = messagesFrom(rightsWords);

export function DropMe({ bundle }: { bundle: Bundle }) {
  return (
    <Card heading={t("rights.dropMe")}>
      <p>{t("rights.dropMeState")}</p>
      <p>{t("rights.dropMeEnding")}</p>
      <p>{t("rights.dropMeElsewhere")}</p>
      <Spoken said={["dropMe"]} />
      <Sources sources={sourcesOnEndingCare(bundle)} isFolded />
    </Card>
  );
}
