// The title of a page about one entry names it: "Visit: Dr Osei". It keeps the name that the entry had when the page
// opened, so that nothing moves while a name is typed. Only on the screen: the browser's history has the kind alone.
import { useRef } from "preact/hooks";
import type { Kind } from "../../domain/case/defineKind";
import type { Shape } from "../../domain/case/fields";
import { messagesFrom } from "../../i18n";
import entriesWords from "../../i18n/en/entries.json";
import { isolated } from "../start/isolate";
import { useServices } from "../start/services";
import { brief } from "../text/excerpt";

const t = messagesFrom(entriesWords);

/** For the frame of a screen. */
export type Titles = { title: string; documentTitle: string };

export function useTitle<S extends Shape>(kind: string, of: Kind<S>, id: string): Titles {
  const current = useServices().openCase.value;
  const kept = useRef<string | null>(null);
  if (kept.current === null && current.state === "open") {
    const entry = of.find(current.opened.doc, id);
    kept.current = entry && brief(of.nameOf(entry));
  }
  const title = kept.current ? t("entry.titled", { title: kind, name: isolated(kept.current) }) : kind;
  return { title, documentTitle: kind };
}
