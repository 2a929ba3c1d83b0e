// One companion in the list: the name, the state of their access, and how to close it, with what closing does and what
// it cannot do.
import { User } from "lucide-preact";
import { useState } from "preact/hooks";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import companionWords from "../../../i18n/en/companion.json";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { Icon } from "../../start/components/icon";
import { isolated } from "../../start/isolate";
import type { WhoIsIn } from "./whoIsIn";
import "./companion.css";

const t = messagesFrom(companionWords);

type Props = { who: WhoIsIn; onClose: (devices: string[]) => void };

export function PersonRow({ who, onClose }: Props) {
  const [asking, setAsking] = useState(false);
  const name = who.name === "" ? t("companions.unnamed") : isolated(who.name);
  return (
    <li class="person">
      <Icon of={User} />
      <span>
        <bdi>{who.name === "" ? t("companions.unnamed") : who.name}</bdi>
        <span class="quiet">{standingText(who)}</span>
      </span>
      {who.open.length > 0 && !asking && (
        <Button look="plain" onClick={() => setAsking(true)}>
          {t("companions.close")}
          <span class="hidden-but-read"> {name}</span>
        </Button>
      )}
      {who.open.length > 0 && asking && (
        <Closing name={name} onYes={() => onClose(who.open)} onNo={() => setAsking(false)} />
      )}
    </li>
  );
}

function Closing({ name, onYes, onNo }: { name: string; onYes: () => void; onNo: () => void }) {
  return (
    <Card heading={t("companions.closeTitle", { name })} tone="attention">
      <p>{t("companions.closeText")}</p>
      <p>{t("companions.closeSeen", { name })}</p>
      <p>{t("companions.closeNeeds")}</p>
      <Button removes onClick={onYes}>
        {t("companions.closeNow")}
      </Button>
      <Button look="quiet" onClick={onNo}>
        {t("companions.closeNot")}
      </Button>
    </Card>
  );
}

function standingText({ state, joinedAt, closedAt }: WhoIsIn): string {
  if (state === "closing") return t("companions.closing");
  if (state === "closed") return t("companions.closed", { date: dayText(closedAt ?? "") });
  if (state === "left") return t("companions.left");
  if (state === "arriving") return t("companions.arriving");
  return joinedAt === null ? "" : t("companions.joined", { date: dayText(joinedAt) });
}
