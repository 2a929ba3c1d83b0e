// One part of a long form, behind its heading and what it holds. It is open from the beginning where it is filled in first
// or something has to be chosen in it. It never closes by itself.
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { brief } from "../text/excerpt";
import "./fold.css";

type Props = {
  heading: string;
  /** What it holds, shown while it is closed. */
  detail?: string;
  isOpen?: boolean;
  /** It holds one long text: whoever opens it may type at once. */
  isForTyping?: boolean;
  children: ComponentChildren;
};

export function Fold({ heading, detail = "", isOpen = false, isForTyping = false, children }: Props) {
  const opens = useRef(isOpen);
  opens.current ||= isOpen;
  return (
    <details
      class="fold"
      open={opens.current}
      onToggle={({ currentTarget: { open, lastElementChild } }) =>
        open && isForTyping && lastElementChild?.querySelector("textarea")?.focus()
      }
    >
      <summary>
        <span class="fold-words">
          <h2>{heading}</h2>
          {detail !== "" && (
            <span class="fold-detail" dir="auto">
              {brief(detail)}
            </span>
          )}
        </span>
      </summary>
      <div class="stack">{children}</div>
    </details>
  );
}
