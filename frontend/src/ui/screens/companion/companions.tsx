// Companions of the case on screen. For its owner: who is in, how to invite, how to close access. For a companion:
// whose case it is, their own name, and how to leave. Must promise nothing that the server cannot keep.

import { useState } from "preact/hooks";
import { messagesFrom } from "../../../i18n";
import companionWords from "../../../i18n/en/companion.json";
import { CaseScreen } from "../../components/caseScreen";
import { useServices } from "../../start/services";
import { useBook } from "../../start/useBook";
import { companionshipIn, useOpened } from "../../start/useCase";
import { CoreGate } from "../pair/coreGate";
import { AsCompanion } from "./asCompanion";
import { AsOwner, type ForADay } from "./asOwner";
import { Invitation, InviteButton } from "./invite";
import "../pair/phones.css";

const t = messagesFrom(companionWords);

export function CompanionsPage() {
  const [inviting, setInviting] = useState(false);
  const [isForADay, setForADay] = useState(false);
  const current = useServices().openCase.value;
  const book = useBook();
  const isOwn = !book || current.state !== "open" || companionshipIn(book, current.opened) === null;
  return (
    <CaseScreen
      title={isOwn ? t("companions.title") : t("companions.titleOfOthers")}
      back="/"
      dock={!inviting && <InviteButton onInvite={() => setInviting(true)} />}
    >
      <Page {...{ inviting, isForADay, setForADay }} onInvited={() => setInviting(false)} />
    </CaseScreen>
  );
}

type PageProps = ForADay & { inviting: boolean; onInvited: () => void };

function Page({ inviting, onInvited, ...forADay }: PageProps) {
  const opened = useOpened();
  const core = useServices().core.value;
  const book = useBook();
  if (!book) return null;
  const companionship = companionshipIn(book, opened);
  if (companionship) return <AsCompanion book={book} owner={companionship.owner} />;
  return (
    <CoreGate core={core}>
      {({ companions, withdrawals }) =>
        inviting ? (
          <Invitation companions={companions} isForADay={forADay.isForADay} onClose={onInvited} />
        ) : (
          <AsOwner companions={companions} withdrawals={withdrawals} {...forADay} />
        )
      }
    </CoreGate>
  );
}
