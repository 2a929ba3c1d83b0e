// The words of an offer to a companion.
import "../../../i18n/words/companion";
import { t } from "../../../i18n";
import type { OfferWords } from "../pair/offerWords";

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
