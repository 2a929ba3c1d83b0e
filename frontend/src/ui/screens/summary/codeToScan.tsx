// The most important facts as a QR code for the doctor's phone. Shown only when the person asks for it.

import { QrCode } from "lucide-preact";
import { useState } from "preact/hooks";
import { messagesFrom } from "../../../i18n";
import summaryWords from "../../../i18n/en/summary.json";
import { PaperWords } from "../../components/paper";
import { QrPicture } from "../../components/qrPicture";
import { Button } from "../../start/components/button";
import { today } from "../../start/localNow";
import { useOpened } from "../../start/useCase";
import { codeText } from "./code";

const t = messagesFrom(summaryWords);

export function CodeToScan({ whom }: { whom: string }) {
  const opened = useOpened();
  const [isShown, setShown] = useState(false);
  return (
    <section class="stack">
      <h2>{t("summary.code")}</h2>
      <p>{t("summary.codeWhy")}</p>
      <Button look="quiet" icon={QrCode} onClick={() => setShown(!isShown)}>
        {t(isShown ? "summary.codeHide" : "summary.codeShow")}
      </Button>
      {isShown && <Code text={codeText(opened.doc, whom, today())} />}
    </section>
  );
}

function Code({ text }: { text: string }) {
  return (
    <>
      <QrPicture text={text} label={t("summary.codeLabel")} coarse />
      <p>{t("summary.codeAll")}</p>
      <PaperWords text={text} />
    </>
  );
}
