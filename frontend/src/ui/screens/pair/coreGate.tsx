// Waits for storage, keys and what speaks with other phones; says in plain words when this browser does not let the app have them.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Others } from "../../../cases/others";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import { WhyNot } from "../../start/components/whyNot";
import type { Core } from "../../start/core";

const t = messagesFrom(frameWords);

type OpenCore = Extract<Core, { state: "open" }>;
type Ready = Omit<OpenCore, "others"> & Omit<Others, "tend">;

export function CoreGate({ core, children }: { core: Core; children: (ready: Ready) => ComponentChildren }) {
  const others = useOthers(core);
  if (core.state === "failed") return <WhyNot cause={core.cause} />;
  if (others !== null && "cause" in others) return <WhyNot cause={others.cause} />;
  if (core.state === "opening" || others === null) return <p class="quiet">{t("app.opening")}</p>;
  return <>{children({ ...core, ...others })}</>;
}

function useOthers(core: Core): Others | { cause: unknown } | null {
  const [others, setOthers] = useState<Others | { cause: unknown } | null>(null);
  useEffect(() => {
    if (core.state !== "open") return;
    core.others().then(setOthers, (cause: unknown) => setOthers({ cause }));
  }, [core]);
  return others;
}
