// The way into the example, from the welcome and from More. It has no address: whoever opens the app again finds their
// own phone.
import { useState } from "preact/hooks";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import { example } from "../example";
import { Button } from "./button";
import { Later } from "./later";

const t = messagesFrom(frameWords);

export function SeeExample() {
  const [isWanted, setWanted] = useState(false);
  if (example.value) return null;
  if (isWanted) return <Later load={async () => (await import("../../screens/example/opening")).Opening} given={{}} />;
  return (
    <Button look="plain" onClick={() => setWanted(true)}>
      {t("app.example")}
    </Button>
  );
}
