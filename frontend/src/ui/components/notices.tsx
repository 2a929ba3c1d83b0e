// What the person should know about the server, in plain words, until they have read it. The tone is calm: it was
// noticed and handled.
import type { Sharing } from "../../cases/sharing/sharing";
import { messagesFrom } from "../../i18n";
import { dayText, timeText } from "../../i18n/dates";
import noticesWords from "../../i18n/en/notices.json";
import type { Notice, StatusSource } from "../../sync/status";
import { Button } from "../start/components/button";
import { Card } from "../start/components/card";
import { watch } from "../start/watched";

const t = messagesFrom(noticesWords);

type Props = { sync: StatusSource; sharing: () => Promise<Pick<Sharing, "mergeProgress">> };

export function Notices({ sync, sharing }: Props) {
  watch(sync);
  const { notices } = sync.current();
  if (notices.length === 0) return null;
  return (
    <Card heading={t("notices.title")}>
      {notices.map((notice) => (
        <div key={notice.log + notice.code}>
          <p>{noticeText(notice)}</p>
          <p class="quiet">{t("notices.at", { date: dayText(notice.at), time: timeText(notice.at) })}</p>
          <Button look="plain" onClick={() => void sync.dismiss(notice)}>
            {t("notices.seen")}
          </Button>
          {notice.code === "removed_by_others" && <a href="/case/companions/before">{t("notices.seeRemoved")}</a>}
          {isSetAside(notice) && <Aside notice={notice} others={sharing} />}
        </div>
      ))}
    </Card>
  );
}

/** What can be done about entries that were set aside. Afterwards the page reloads and reads the case again. */
function Aside({ notice, others: sharing }: { notice: Notice; others: Props["sharing"] }) {
  const does = (what: "retrySetAside" | "setAside") => async () => {
    const { mergeProgress } = await sharing();
    await mergeProgress[what](notice.log);
    location.reload();
  };
  return (
    <>
      {notice.code !== "set_aside" && (
        <Button look="plain" onClick={() => void does("setAside")()}>
          {t("notices.setAsideAll")}
        </Button>
      )}
      <Button look="plain" onClick={() => void does("retrySetAside")()}>
        {t("notices.lookAgain")}
      </Button>
    </>
  );
}

/** Whether the notice is about entries that can be checked again. */
export function isSetAside({ code }: Notice): boolean {
  return code === "unsound" || code === "too_much" || code === "set_aside";
}

export function noticeText({ code, count }: Pick<Notice, "code" | "count">): string {
  switch (code) {
    case "server_lost_entries":
      return t("notices.server_lost_entries");
    case "server_rolled_back":
      return t("notices.server_rolled_back");
    case "phone_lost_entries":
      return t("notices.phone_lost_entries");
    case "broken_chain":
      return t("notices.broken_chain");
    case "passed_over":
      return t("notices.passed_over");
    case "no_space_for_others":
      return t("notices.no_space_for_others");
    case "too_many_devices":
      return t("notices.too_many_devices");
    case "moved":
      return t("notices.moved");
    case "removed_by_others":
      return t("notices.removed_by_others", { count });
    case "unknown_key":
      return t("notices.unknown_key", { count });
    case "rotten":
      return t("notices.rotten", { count });
    case "server_damaged":
      return t("notices.server_damaged", { count });
    case "server_still_damaged":
      return t("notices.server_still_damaged");
    case "unsound":
      return t("notices.unsound");
    case "too_much":
      return t("notices.too_much");
    case "set_aside":
      return t("notices.set_aside");
    case "counter_gap":
      return t("notices.counter_gap");
    default:
      return t("notices.altered", { count });
  }
}
