// The status line under the title: is what I wrote safe, and has it reached my other phone? Always true, never
// alarming. Its height never changes, so that a field below it does not move; problems have a bar of their own.
import { ShieldCheck } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import { announce } from "../announce";
import { longestStatus, statusParts, troubleText, whoseText } from "../statusText";
import { useStatus } from "../useStatus";
import { Icon } from "./icon";
import "./statusLine.css";

const t = messagesFrom(frameWords);

const MILLISECONDS_OF_REST = 1500;

export function StatusLine() {
  const { saving, sync, companionship, door, hasNotices } = useStatus();
  useSpoken(statusParts(saving, null)[0] ?? "");
  const parts = statusParts(saving, sync);
  if (parts.length === 0) return null;
  const whose = companionship && whoseText(companionship, door);
  return (
    <section class="status" aria-label={t("status.label")}>
      <Icon of={ShieldCheck} small />
      <div class="status-words">
        <span class="status-room" data-words={[whose, longestStatus()].filter(Boolean).join("\n")} />
        <span>
          {whose && <b class="whose">{whose}</b>}
          {parts.join(" · ")}
          {hasNotices && (
            <>
              {" · "}
              <a href="/more/storage">{t("status.noticesMore")}</a>
            </>
          )}
        </span>
      </div>
    </section>
  );
}

/** Problems and what to do about them, above the buttons: announced aloud, and out of the way of typing. */
export function TroubleBar() {
  const { saving, sync } = useStatus();
  const trouble = troubleText(saving, sync);
  useSpoken(trouble ?? "");
  return trouble === null ? null : <p class="trouble">{trouble}</p>;
}

/** Announces the words once they have been the same for a moment: not at every letter, and not twice in a row. */
function useSpoken(words: string): void {
  useEffect(() => {
    const timer = setTimeout(() => announce(words), MILLISECONDS_OF_REST);
    return () => clearTimeout(timer);
  }, [words]);
}
