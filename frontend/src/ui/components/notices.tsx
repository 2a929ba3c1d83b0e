// What the person should know about the server, in plain words, until they have read it. Calm: it was noticed and handled.
import { messagesFrom } from "../../i18n";
import { dayText, timeText } from "../../i18n/dates";
import noticesWords from "../../i18n/en/notices.json";
import type { Notice, StatusSource } from "../../sync/status";
import { Button } from "../start/components/button";
import { Card } from "../start/components/card";
import { useChanges } from "../start/useCase";

const t = messagesFrom(noticesWords);

export function Notices({ sync }: { sync: StatusSource }) {
  useChanges(sync);
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
        </div>
      ))}
    </Card>
  );
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
    case "no_room_for_others":
      return t("notices.no_room_for_others");
    case "too_many_devices":
      return t("notices.too_many_devices");
    case "unknown_key":
      return t("notices.unknown_key", { count });
    case "rotten":
      return t("notices.rotten", { count });
    case "counter_gap":
      return t("notices.counter_gap");
    default:
      return t("notices.altered", { count });
  }
}
