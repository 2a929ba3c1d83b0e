// Why the case is not on the screen, in plain words, and what to do next. Nothing here deletes anything.
import { messagesFrom } from "../../../i18n";
import troubleWords from "../../../i18n/en/trouble.json";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { reasonOf } from "./reason";

const t = messagesFrom(troubleWords);

export function Trouble({ cause }: { cause: unknown }) {
  const reason = reasonOf(cause);
  return (
    <Card tone="attention" heading={t(`trouble.${reason}.title`)}>
      <p>{t(`trouble.${reason}.text`)}</p>
      <p>{t(`trouble.${reason}.next`)}</p>
      <Button onClick={() => location.reload()}>{t("trouble.again")}</Button>
      {reason === "keys" && (
        <Button look="quiet" onClick={() => void beginAgain()}>
          {t("trouble.beginAgain")}
        </Button>
      )}
    </Card>
  );
}

async function beginAgain(): Promise<void> {
  const { setLostKeyringAside: setAside } = await import("../../../cases/keys/keysLost");
  await setAside();
  location.reload();
}
