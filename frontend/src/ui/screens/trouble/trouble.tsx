// Why the case is not on the screen, in plain words, and what to do next. Nothing here deletes anything.
import "../../../i18n/words/trouble";
import { t } from "../../../i18n";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { reasonOf } from "./reason";

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
  const { setAside } = await import("../../../cases/keysLost");
  await setAside();
  location.reload();
}
