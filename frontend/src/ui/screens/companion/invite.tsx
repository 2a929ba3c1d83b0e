// Inviting a companion: the button, which first needs the person's own name, and the invitation itself.
import { UserPlus } from "lucide-preact";
import { useState } from "preact/hooks";
import type { CaseBook, OpenCase } from "../../../cases/documents/book";
import type { Companions } from "../../../cases/sharing/companions";
import { ownerName } from "../../../domain/case/people";
import { messagesFrom } from "../../../i18n";
import companionWords from "../../../i18n/en/companion.json";
import { Button } from "../../start/components/button";
import { useBook } from "../../start/useBook";
import { companionshipIn, useCaseValue, useOpened } from "../../start/useCase";
import { OfferPanel } from "../pair/offerPanel";
import { companionOfferWords } from "./offerWords";

const t = messagesFrom(companionWords);

/** Renders nothing in another person's case. */
export function InviteButton({ onInvite }: { onInvite: () => void }) {
  const opened = useOpened();
  const book = useBook();
  const isNamed = useCaseValue((doc) => ownerName(doc).value.trim() !== "");
  if (!book || companionshipIn(book, opened) !== null || broughtFrom(book, opened) !== null) return null;
  return (
    <Button icon={UserPlus} onClick={onInvite} disabled={!isNamed}>
      {t("companions.invite")}
    </Button>
  );
}

/** The phone that brought the case here and decides who may see it; null for a case of this phone's own. */
export function broughtFrom(book: CaseBook, { id }: OpenCase): string | null {
  return book.cases().find((entry) => entry.id === id)?.from ?? null;
}

type InvitationProps = { companions: Companions; isForADay: boolean; onClose: () => void };

export function Invitation({ companions, isForADay, onClose }: InvitationProps) {
  const opened = useOpened();
  // Created once: a new object would make another code.
  const [inviting] = useState(() => companions.inviting(opened));
  return (
    <div class="stack">
      <OfferPanel pairing={inviting} words={companionOfferWords()} isForADay={isForADay} onClose={onClose} />
    </div>
  );
}
