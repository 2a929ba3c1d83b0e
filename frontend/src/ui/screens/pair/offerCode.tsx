// The code in three forms: a picture to scan, a link to send to oneself, and groups of four to type.
import { Copy, Share2 } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Offer } from "../../../cases/sharing/pairing";
import { messagesFrom } from "../../../i18n";
import pairWords from "../../../i18n/en/pair.json";
import { QrPicture } from "../../components/qrPicture";
import { Button, Buttons } from "../../start/components/button";
import { Card } from "../../start/components/card";
import type { OfferWords } from "./offerWords";

const t = messagesFrom(pairWords);

export function OfferCode({ offer, words }: { offer: Offer; words: OfferWords }) {
  return (
    <>
      <Card heading={words.scanTitle}>
        <p>{words.scan}</p>
        <QrPicture text={offer.link} label={words.qrLabel} />
      </Card>
      <Card heading={words.orLink}>
        <SendLink link={offer.link} />
      </Card>
      <Card heading={t("phones.orType")}>
        <p class="pair-code">
          {grouped(offer.code).map((group, at) => (
            // By position: two groups of a code may be alike, and their order never changes
            <bdi key={at}>{group}</bdi>
          ))}
        </p>
        <p class="quiet">{words.typeWhere}</p>
      </Card>
    </>
  );
}

function SendLink({ link }: { link: string }) {
  const [said, setSaid] = useState("");
  const copy = () => {
    navigator.clipboard.writeText(link).then(
      () => setSaid(t("phones.copied")),
      () => setSaid(t("phones.notCopied")),
    );
  };
  // Closing the share sheet rejects, too, and needs no message.
  const share = () => void navigator.share({ url: link }).catch(() => undefined);
  return (
    <>
      <Buttons>
        {"share" in navigator && (
          <Button icon={Share2} look="quiet" onClick={share}>
            {t("phones.share")}
          </Button>
        )}
        <Button icon={Copy} look="quiet" onClick={copy}>
          {t("phones.copy")}
        </Button>
      </Buttons>
      <p class="quiet" role="status">
        {said}
      </p>
    </>
  );
}

// A code in groups of four, as people read it out.
export function grouped(code: string): string[] {
  return code.replace(/[\s-]/g, "").match(/.{1,4}/g) ?? [];
}
