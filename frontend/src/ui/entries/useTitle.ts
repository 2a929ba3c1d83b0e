// The title of a page about one entry names it: "Visit: Dr Osei". It keeps the name that the entry had when the page
// opened, so that nothing moves while a name is typed. Only on the screen: the browser's history has the kind alone.
import { useRef } from "preact/hooks";
import type { Kind, Read } from "../../domain/case/defineKind";
import type { Shape } from "../../domain/case/fields";
import { messagesFrom } from "../../i18n";
import entriesWords from "../../i18n/en/entries.json";
import { isolated } from "../start/isolate";
import { useServices } from "../start/services";
import { brief } from "../text/excerpt";

const t = messagesFrom(entriesWords);

type Named<S extends Shape> = { of: Kind<S>; id: string; nameOf?: ((entry: Read<S>) => string) | undefined };

export function useTitle<S extends Shape>(title: string, { of, id, nameOf }: Named<S>): string {
  const current = useServices().openCase.value;
  const kept = useRef<string | null>(null);
  if (kept.current === null && current.state === "open") {
    const entry = of.find(current.opened.doc, id);
    kept.current = entry && nameOf ? brief(nameOf(entry)) : "";
  }
  return kept.current ? t("entry.titled", { title, name: isolated(kept.current) }) : title;
}
