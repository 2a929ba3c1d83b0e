// The words of an offer to the person's own phone; those for a companion are beside the companion screens.
import { messagesFrom } from "../../../i18n";
import pairWords from "../../../i18n/en/pair.json";

const t = messagesFrom(pairWords);

/** The words that differ between an offer to an own phone and one to a companion. */
export type OfferWords = {
  scanTitle: string;
  scan: string;
  qrLabel: string;
  orLink: string;
  typeWhere: string;
  secret: (time: string) => string;
  waiting: string;
  claimed: string;
  claimedText: string;
  done: string;
  expired: string;
  /** For a code that was cancelled too late, and for one where it is unknown whether it was used. */
  usedText: string;
  forgottenText: string;
};

export function phoneOfferWords(): OfferWords {
  return {
    scanTitle: t("phones.scanTitle"),
    scan: t("phones.scan"),
    qrLabel: t("phones.qrLabel"),
    orLink: t("phones.orLink"),
    typeWhere: t("phones.typeWhere"),
    secret: (time) => t("phones.secret", { time }),
    waiting: t("phones.waiting"),
    claimed: t("phones.claimed"),
    claimedText: t("phones.claimedText"),
    done: t("phones.title"),
    expired: t("phones.expired"),
    usedText: t("phones.usedText"),
    forgottenText: t("phones.forgottenText"),
  };
}
