// Waits for storage and keys, and says in plain words when this browser does not let the app have them.
import "../../../i18n/words/pair";
import type { ComponentChildren } from "preact";
import { t } from "../../../i18n";
import type { Core } from "../../core";

type OpenCore = Extract<Core, { state: "open" }>;

export function CoreGate({ core, children }: { core: Core; children: (open: OpenCore) => ComponentChildren }) {
  if (core.state === "opening") return <p class="quiet">{t("app.opening")}</p>;
  if (core.state === "failed") return <p>{t("pair.unavailable")}</p>;
  return <>{children(core)}</>;
}
