// The words of an offer to a companion.
import { messagesFrom } from "../../../i18n";
import companionWords from "../../../i18n/en/companion.json";
import type { OfferWords } from "../pair/offerWords";

const t = messagesFrom(companionWords);

export function companionOfferWords(): OfferWords {
  return {
    scanTitle: t("companions.offerScanTitle"),
    scan: t("companions.offerScan"),
    qrLabel: t("companions.offerQrLabel"),
    orLink: t("companions.offerLink"),
    typeWhere: t("companions.offerTypeWhere"),
    secret: (time) => t("companions.offerSecret", { time }),
    waiting: t("companions.offerWaiting"),
    claimed: t("companions.offerClaimed"),
    claimedText: t("companions.offerClaimedText"),
    done: t("companions.offerDone"),
    expired: t("companions.offerExpired"),
    usedText: t("companions.offerUsedText"),
    forgottenText: t("companions.offerForgottenText"),
  };
}
