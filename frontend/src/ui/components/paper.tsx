// A page made for paper, and the ways to pass it on: print it, share its text, or copy it where the phone cannot share.
// Only the sheet is printed (styles/print.css). Nothing leaves the phone before the person chooses where to.
import { Copy, Printer, Share2 } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { messagesFrom } from "../../i18n";
import paperWords from "../../i18n/en/paper.json";
import { announce } from "../start/announce";
import { Button, Buttons } from "../start/components/button";
import "./paper.css";

const t = messagesFrom(paperWords);

/** `label` names the sheet for screen readers; `children` are the sheet. */
export function Paper({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <article class="paper" aria-label={label}>
      {children}
    </article>
  );
}

/** The text of a sheet with its line breaks. `isOwn`: the patient's own words, which set their own text direction. */
export function PaperWords({ text, isOwn = false }: { text: string; isOwn?: boolean }) {
  return (
    <div class="paper-words" dir={isOwn ? "auto" : undefined}>
      {text}
    </div>
  );
}

/** For the dock of a screen that shows a sheet. `textOf` returns its text when it is needed. */
export function PaperTools({ textOf }: { textOf: () => string }) {
  return (
    <Buttons>
      <Button icon={Printer} onClick={() => window.print()}>
        {t("paper.print")}
      </Button>
      <ShareWords textOf={textOf} />
    </Buttons>
  );
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
    <div class="stack">
      <Button look="quiet" icon={canShare ? Share2 : Copy} onClick={canShare ? share : copy}>
        {t(canShare ? "paper.share" : "paper.copy")}
      </Button>
      {said !== "" && <p class="quiet">{said}</p>}
    </div>
  );
}

/** Browsers offer no clipboard to pages served over an insecure connection. */
async function copied(text: string): Promise<void> {
  if (!navigator.clipboard) throw new Error("no clipboard");
  await navigator.clipboard.writeText(text);
}
