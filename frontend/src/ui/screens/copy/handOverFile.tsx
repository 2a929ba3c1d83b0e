// The finished file and where it goes: the phone's share sheet where there is one, or its downloads. The day is
// remembered only once the file has left the app.
import { Download, Share2 } from "lucide-preact";
import { useState } from "preact/hooks";
import { messagesFrom } from "../../../i18n";
import copyWords from "../../../i18n/en/copy.json";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { rememberCopy } from "../../start/lastCopy";
import { useServices } from "../../start/services";

const t = messagesFrom(copyWords);

const MILLISECONDS_TO_FETCH = 60_000;

type Said = "readyText" | "shared" | "downloaded" | "notShared";

/** `revision`: of the case, when the file was made. */
type Props = { file: File; caseId: string; revision: number };

export function HandOverFile({ file, caseId, revision }: Props) {
  const { settings } = useServices();
  const [said, setSaid] = useState<Said>("readyText");
  const isShareable = navigator.canShare?.({ files: [file] }) ?? false;
  const handedOver = (how: "shared" | "downloaded") => {
    rememberCopy(settings, caseId, revision);
    setSaid(how);
  };
  const share = () =>
    navigator.share({ files: [file] }).then(
      () => handedOver("shared"),
      // The person closed the sheet, or the phone refused: only the second is worth a word.
      (refusal: unknown) => setSaid(isClosed(refusal) ? "readyText" : "notShared"),
    );
  const save = () => {
    download(file);
    handedOver("downloaded");
  };
  return (
    <Card heading={t("copy.ready")}>
      <p role="status">{t(`copy.${said}`)}</p>
      {isShareable && (
        <Button icon={Share2} onClick={() => void share()}>
          {t("copy.share")}
        </Button>
      )}
      <Button icon={Download} look={isShareable ? "quiet" : "main"} onClick={save}>
        {t("copy.download")}
      </Button>
    </Card>
  );
}

function isClosed(refusal: unknown): boolean {
  return refusal instanceof DOMException && refusal.name === "AbortError";
}

function download(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.click();
  // Some phones read the file only after asking where to save it.
  setTimeout(() => URL.revokeObjectURL(address), MILLISECONDS_TO_FETCH);
}
