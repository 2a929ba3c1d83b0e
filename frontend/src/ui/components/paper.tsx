// A page made for paper, and the ways to pass it on: print it, share its text, or copy it where the phone cannot share.
// Only the sheet is printed (styles/print.css). Nothing leaves the phone before the person chooses where to.
import { Copy, Eye, Pencil, Printer, Share2 } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { messagesFrom } from "../../i18n";
import paperWords from "../../i18n/en/paper.json";
import { announce } from "../start/announce";
import { Button, ButtonLink } from "../start/components/button";
import "./paper.css";

const t = messagesFrom(paperWords);

/** `label` names the sheet for screen readers; `isTitled`: the title of the screen is printed and sent with it. */
export function Paper({
  label,
  isTitled = false,
  children,
}: {
  label: string;
  isTitled?: boolean;
  children: ComponentChildren;
}) {
  return (
    <article class={isTitled ? "paper paper-titled" : "paper"} aria-label={label}>
      {children}
    </article>
  );
}

/** The text of a sheet with its line breaks. `isOwn`: the patient's own words, which set their own text direction. */
export function PaperWords({ text, isOwn = false }: { text: string; isOwn?: boolean }) {
  return (
    <p class="paper-words" dir={isOwn ? "auto" : undefined}>
      {text}
    </p>
  );
}

type Tools = {
  /** The text of the sheet, when it is needed; without it, the sheet as it reads on the screen. */
  textOf?: () => string;
  edit?: string | null;
  show?: string | null;
};

/** For the dock of a screen that shows a sheet: what can be done with it, each in one tap. */
export function PaperTools({ textOf = paperText, edit = null, show = null }: Tools) {
  return (
    <div class="paper-tools">
      {edit && (
        <ButtonLink look="quiet" icon={Pencil} href={edit}>
          {t("paper.edit")}
        </ButtonLink>
      )}
      {show && (
        <ButtonLink look="quiet" icon={Eye} href={show}>
          {t("paper.show")}
        </ButtonLink>
      )}
      <Button look="quiet" icon={Printer} onClick={() => window.print()}>
        {t("paper.print")}
      </Button>
      <ShareWords textOf={textOf} />
    </div>
  );
}

function paperText(): string {
  const sheets = document.querySelectorAll<HTMLElement>(".main:has(.paper-titled) > h1, .paper");
  return Array.from(sheets, (sheet) => sheet.innerText).join("\n\n");
}

/** Shares the text through the phone's share sheet; without one, copies it and says so. */
function ShareWords({ textOf }: { textOf: () => string }) {
  const [said, setSaid] = useState("");
  const canShare = typeof navigator.share === "function";
  const copy = () => {
    const say = (sentence: string) => {
      setSaid(sentence);
      announce(sentence);
    };
    copied(textOf()).then(
      () => say(t("paper.copied")),
      () => say(t("paper.notCopied")),
    );
  };
  // Closing the share sheet means not sharing, and needs no message. A share sheet that fails to open does.
  const share = () =>
    void navigator.share({ text: textOf() }).catch((problem: unknown) => {
      if (!(problem instanceof DOMException && problem.name === "AbortError")) copy();
    });
  return (
    <>
      <Button look="quiet" icon={canShare ? Share2 : Copy} onClick={canShare ? share : copy}>
        {t(canShare ? "paper.share" : "paper.copy")}
      </Button>
      {said !== "" && <p class="quiet">{said}</p>}
    </>
  );
}

/** Browsers offer no clipboard to pages served over an insecure connection. */
async function copied(text: string): Promise<void> {
  if (!navigator.clipboard) throw new Error("no clipboard");
  await navigator.clipboard.writeText(text);
}
