// A part of a screen that is rarely seen, loaded when it is shown. If it fails to load it says so, and nothing around
// it is lost.
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import { Button } from "./button";

const t = messagesFrom(frameWords);

type Props<P> = { load: () => Promise<ComponentType<P>>; given: P };

export function Later<P extends object>({ load, given }: Props<P>) {
  const [part, setPart] = useState<{ is: ComponentType<P> | null } | null>(null);
  useEffect(() => {
    load().then(
      (is) => setPart({ is }),
      () => setPart({ is: null }),
    );
  }, []);
  if (part === null) return <p class="quiet">{t("app.opening")}</p>;
  if (part.is) return <part.is {...given} />;
  return (
    <div class="stack">
      <p>{t("error.chunkMissing")}</p>
      <Button onClick={() => location.reload()}>{t("error.reload")}</Button>
    </div>
  );
}
