// The phones that hold these cases, and how to add one. Needs the book: without a case there is nothing to share.
import { Plus, QrCode } from "lucide-preact";
import { useState } from "preact/hooks";
import type { CaseBook } from "../../../cases/documents/book";
import type { KeyringMerge } from "../../../cases/keys/keyringMerge";
import type { OwnPhones } from "../../../cases/sharing/ownPhones";
import type { Pairing } from "../../../cases/sharing/pairing";
import type { Withdrawals } from "../../../cases/sharing/withdrawals";
import { messagesFrom } from "../../../i18n";
import pairWords from "../../../i18n/en/pair.json";
import { Button, ButtonLink } from "../../start/components/button";
import { Screen } from "../../start/components/screen";
import { useServices } from "../../start/services";
import { watch } from "../../start/watched";
import { BesideList } from "./besideList";
import { CoreGate } from "./coreGate";
import { Giving } from "./giving";
import { OfferPanel } from "./offerPanel";
import { phoneOfferWords } from "./offerWords";
import { PhoneList } from "./phoneList";
import { Withdrawn } from "./withdrawn";
import "./phones.css";

const t = messagesFrom(pairWords);

export function Phones() {
  const core = useServices().core.value;
  return (
    <Screen title={t("phones.title")} back="/more">
      <div class="stack">
        <CoreGate core={core}>{(open) => <PhonesBody {...open} />}</CoreGate>
      </div>
    </Screen>
  );
}

type BodyProps = {
  book: CaseBook;
  pairing: Pairing;
  keyringMerge: KeyringMerge;
  ownPhones: OwnPhones;
  withdrawals: Withdrawals;
};

function PhonesBody({ book, pairing, keyringMerge, ownPhones, withdrawals }: BodyProps) {
  const [adding, setAdding] = useState(false);
  watch(book);
  if (book.thisPhone() === null) {
    return (
      <>
        <p>{t("phones.why")}</p>
        <p>{t("phones.noneYet")}</p>
        <JoinLink />
      </>
    );
  }
  const close = () => setAdding(false);
  if (adding)
    return (
      <OfferPanel
        pairing={pairing}
        words={phoneOfferWords()}
        onClose={close}
        claimed={(offer) => <Giving {...{ pairing, book, offer }} onClose={close} />}
      />
    );
  return (
    <>
      <p>{t("phones.why")}</p>
      <PhoneList {...{ book, ownPhones }} />
      <Withdrawn
        withdrawals={withdrawals}
        isOf={(log) => book.cases().every(({ id }) => id !== log)}
        words={phoneOfferWords()}
      />
      <Button icon={Plus} onClick={() => setAdding(true)}>
        {t("phones.add")}
      </Button>
      <JoinLink />
      <BesideList {...{ book, keyringMerge }} />
    </>
  );
}

function JoinLink() {
  return (
    <ButtonLink href="/pair" icon={QrCode} look="quiet">
      {t("phones.join")}
    </ButtonLink>
  );
}
