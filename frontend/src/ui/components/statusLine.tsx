// The quiet line under the title: is what I wrote safe, and has it gone to my other phone? Always true, never an alarm.
import { ShieldCheck } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { Saving } from "../../cases/book";
import { t } from "../../i18n";
import { announce } from "../announce";
import { companionshipIn } from "../companionship";
import { useServices } from "../services";
import { statusParts, whoseText } from "../statusText";
import { useChanges } from "../useCase";
import { Icon } from "./icon";
import "./statusLine.css";

const MILLISECONDS_OF_REST = 1500;

export function StatusLine() {
  const { core, openCase } = useServices();
  const { sync, book } = core.value.state === "open" ? core.value : { sync: null, book: null };
  const opened = openCase.value.state === "open" ? openCase.value.opened : null;
  useChanges(sync);
  useChanges(opened);
  useChanges(book);
  // The names of the cases are kept apart from what is in them; the line speaks of whichever is worse off.
  const saving = opened && book ? worse(opened.saving(), book.saving()) : null;
  const status = sync?.current() ?? null;
  useSpoken(statusParts(saving, null)[0] ?? "");
  const companionship = opened && book ? companionshipIn(book, opened) : null;
  const door = status?.shutOut.find(({ log }) => log === opened?.id);
  // What is sent of other cases says nothing of this one while it is closed to this phone.
  const parts = statusParts(saving, door ? null : status);
  if (parts.length === 0) return null;
  return (
    <section class="status" aria-label={t("status.label")}>
      <Icon of={ShieldCheck} small />
      <span>
        {companionship && <b class="whose">{whoseText(companionship, door)}</b>}
        {parts.join(" · ")}
        {status !== null && status.notices.length > 0 && (
          <>
            {" · "}
            <a href="/more/storage">{t("status.noticesMore")}</a>
          </>
        )}
      </span>
    </section>
  );
}

function worse(a: Saving, b: Saving): Saving {
  if (a.state === "failed" || b.state === "saved") return a;
  return b;
}

/** Says the words once they have stood for a moment: not at every letter, and not again while they stay the same. */
function useSpoken(words: string): void {
  useEffect(() => {
    const timer = setTimeout(() => announce(words), MILLISECONDS_OF_REST);
    return () => clearTimeout(timer);
  }, [words]);
}
