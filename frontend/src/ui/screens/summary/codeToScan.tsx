// The most important facts as a picture that a doctor's phone can read. Shown only when the person asks for it.
import "../../../i18n/words/summary";
import { QrCode } from "lucide-preact";
import { useState } from "preact/hooks";
import type { OpenCase } from "../../../cases/book";
import { t } from "../../../i18n";
import { Button } from "../../components/button";
import { PaperWords } from "../../components/paper";
import { QrPicture } from "../../components/qrPicture";
import { today } from "../../localNow";
import { useChanges } from "../../useCase";
import { codeText } from "./code";

export function CodeToScan({ opened, whom }: { opened: OpenCase; whom: string }) {
  useChanges(opened);
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
