// Leads to opening a copy, from wherever a person looks for a case that is not on this phone.
import { FileUp } from "lucide-preact";
import { messagesFrom } from "../../i18n";
import entriesWords from "../../i18n/en/entries.json";
import { ButtonLink } from "../start/components/button";

const t = messagesFrom(entriesWords);

export function CopyLink() {
  return (
    <ButtonLink href="/copy" icon={FileUp} look="quiet">
      {t("noCase.openCopy")}
    </ButtonLink>
  );
}
