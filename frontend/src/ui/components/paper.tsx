// A page made for paper, and the ways to hand it on: print it, share its words, or copy them where the phone cannot share.
// In print nothing but the sheet is there (styles/print.css). Nothing leaves the phone before the person chooses where to.
import { Copy, Printer, Share2 } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { messagesFrom } from "../../i18n";
import paperWords from "../../i18n/en/paper.json";
import { announce } from "../start/announce";
import { Button, Buttons } from "../start/components/button";
import "./paper.css";

const t = messagesFrom(paperWords);

/** `label` names the sheet for people who listen; `children` are the sheet. */
export function Paper({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <article class="paper" aria-label={label}>
      {children}
    </article>
  );
}

/** The words of a sheet with their line breaks. `isOwn`: the patient's own words, which run their own way. */
export function PaperWords({ text, isOwn = false }: { text: string; isOwn?: boolean }) {
  return (
    <div class="paper-words" dir={isOwn ? "auto" : undefined}>
      {text}
    </div>
  );
}

/** For the dock of a screen that shows a sheet. `textOf` gives its words, when they are wanted. */
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

/** Shares the words with what the phone offers; where it offers nothing, copies them and says so. */
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
  // Whoever closes the phone's own list of apps has chosen not to share: nothing to report. A list that never opened is another thing.
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

/** Browsers give no clipboard at all to pages that are not served securely. */
async function copied(text: string): Promise<void> {
  if (!navigator.clipboard) throw new Error("no clipboard");
  await navigator.clipboard.writeText(text);
}
