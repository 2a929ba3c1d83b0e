// The line above every screen of the example, and what stands there instead of the person's own cases and phones.
import { messagesFrom } from "../../../i18n";
import exampleWords from "../../../i18n/en/example.json";
import { Button } from "../../start/components/button";
import { Screen } from "../../start/components/screen";
import "./example.css";

const t = messagesFrom(exampleWords);

type Props = { leave: () => void };

export function Line({ leave }: Props) {
  return (
    <section class="example" aria-label={t("example.label")}>
      <p>
        <b>{t("example.label")}</b> <span>{t("example.means")}</span>
      </p>
      <Button look="quiet" onClick={leave}>
        {t("example.leave")}
      </Button>
    </section>
  );
}

export function NotInExample({ leave }: Props) {
  return (
    <Screen title={t("example.notHere")} back="/">
      <div class="stack">
        <p>{t("example.why")}</p>
        <Button onClick={leave}>{t("example.leave")}</Button>
      </div>
    </Screen>
  );
}
