// Before, in the room, after: the three large rows of a visit.
import { ClipboardCheck, ListTodo, MessagesSquare } from "lucide-preact";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import { LinkRow, Rows } from "../../start/components/rows";
import { stepAddress } from "./visitLinks";
import "./visit.css";

const t = messagesFrom(visitWords);

export function VisitSteps({ visit }: { visit: string }) {
  return (
    <div class="visit-steps">
      <Rows label={t("visit.steps")}>
        <LinkRow
          href={stepAddress(visit, "before")}
          icon={ListTodo}
          title={t("visit.before")}
          detail={t("visit.beforeDetail")}
        />
        <LinkRow
          href={stepAddress(visit, "during")}
          icon={MessagesSquare}
          title={t("visit.during")}
          detail={t("visit.duringDetail")}
        />
        <LinkRow
          href={stepAddress(visit, "after")}
          icon={ClipboardCheck}
          title={t("visit.after")}
          detail={t("visit.afterDetail")}
        />
      </Rows>
    </div>
  );
}
