// Companions of the case on screen: for the one whose case it is, who is in, how to invite, how to close access; for a
// companion, whose case it is, their own name, and how to leave. Must promise nothing that the server cannot keep.
import "../../../i18n/words/companion";
import type { OpenCase } from "../../../cases/book";
import { t } from "../../../i18n";
import { companionshipIn } from "../../companionship";
import { CaseScreen } from "../../components/caseScreen";
import { useServices } from "../../services";
import { useBook } from "../../useBook";
import { AsCompanion } from "./asCompanion";
import { AsOwner } from "./asOwner";
import "../pair/phones.css";

export function CompanionsPage() {
  return (
    <CaseScreen title={t("companions.title")} back="/">
      {(opened) => <Page opened={opened} />}
    </CaseScreen>
  );
}

function Page({ opened }: { opened: OpenCase }) {
  const core = useServices().core.value;
  const book = useBook();
  if (!book || core.state !== "open") return null;
  const companionship = companionshipIn(book, opened);
  if (companionship) return <AsCompanion opened={opened} book={book} owner={companionship.owner} />;
  return <AsOwner opened={opened} companions={core.companions} />;
}
