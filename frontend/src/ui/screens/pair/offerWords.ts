// The words of an offer: to an own phone here, to a companion beside their screens.
import { messagesFrom } from "../../../i18n";
import pairWords from "../../../i18n/en/pair.json";

const t = messagesFrom(pairWords);

/** What differs between an offer to an own phone and one to a companion. */
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
  /** Of a code that was cancelled too late, and of one whose use nobody can tell any more. */
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
