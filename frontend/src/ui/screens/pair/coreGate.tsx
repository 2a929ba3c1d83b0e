// Waits for storage, keys and the connection to other phones; says in plain words when this browser denies them.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Sharing } from "../../../cases/sharing/sharing";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import { WhyNot } from "../../start/components/whyNot";
import type { Core } from "../../start/core";

const t = messagesFrom(frameWords);

type OpenCore = Extract<Core, { state: "open" }>;
type Ready = Omit<OpenCore, "sharing"> & Omit<Sharing, "afterRound">;

export function CoreGate({ core, children }: { core: Core; children: (ready: Ready) => ComponentChildren }) {
  const sharing = useSharing(core);
  if (core.state === "failed") return <WhyNot cause={core.cause} />;
  if (sharing !== null && "cause" in sharing) return <WhyNot cause={sharing.cause} />;
  if (core.state !== "open" || sharing === null) return <p class="quiet">{t("app.opening")}</p>;
  return <>{children({ ...core, ...sharing })}</>;
}

function useSharing(core: Core): Sharing | { cause: unknown } | null {
  const [sharing, setSharing] = useState<Sharing | { cause: unknown } | null>(null);
  useEffect(() => {
    if (core.state !== "open") return;
    core.sharing().then(setSharing, (cause: unknown) => setSharing({ cause }));
  }, [core]);
  return sharing;
}
