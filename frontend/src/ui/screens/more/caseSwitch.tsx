// The person's other cases, each one tap away.
import { messagesFrom } from "../../../i18n";
import moreWords from "../../../i18n/en/more.json";
import { Button } from "../../start/components/button";
import { navigate } from "../../start/router";
import { useServices } from "../../start/services";
import { caseTitle, useBook } from "../../start/useBook";

const t = messagesFrom(moreWords);

export function CaseSwitch() {
  const { settings, openCase } = useServices();
  const current = openCase.value.state === "open" ? openCase.value.opened.id : "";
  const others =
    useBook()
      ?.cases()
      .filter(({ id, archivedAt }) => id !== current && archivedAt === null) ?? [];
  if (others.length === 0) return null;
  const show = (id: string) => {
    settings.currentCase.value = id;
    navigate("/");
  };
  return (
    <section class="stack" aria-labelledby="switch-case">
      <h2 id="switch-case">{t("more.switch")}</h2>
      {others.map((one) => (
        <Button key={one.id} look="quiet" onClick={() => show(one.id)}>
          <bdi>{caseTitle(one)}</bdi>
        </Button>
      ))}
    </section>
  );
}
