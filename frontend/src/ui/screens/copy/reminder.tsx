// One calm line on Today while something is missing that would bring the case back: a recovery code on paper, a copy, a
// second phone. "Not now" is always an answer.
import { quietAfter, type Reminder } from "../../../domain/journey/keptElsewhere";
import { messagesFrom } from "../../../i18n";
import { nearDayText } from "../../../i18n/dates";
import copyWords from "../../../i18n/en/copy.json";
import { Button } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { NO_HOME_SCREEN } from "../../start/install";
import { useServices } from "../../start/services";

const t = messagesFrom(copyWords);

const places = {
  "home-screen": "/more/home-screen",
  "recovery-code": "/more/recovery-code",
  keep: "/more/storage",
  copy: "/case/copy",
  "old-copy": "/case/copy",
  "other-phone": "/more/phones",
};

export function ReminderOf({ reminder, today }: { reminder: Reminder; today: string }) {
  const { quietUntil, keep } = useServices().settings;
  const { what, day } = reminder;
  const notNow = () => {
    if (what === "home-screen") keep(NO_HOME_SCREEN, "yes");
    quietUntil.value = quietAfter(reminder, today);
  };
  return (
    <section class="card" aria-label={t("reminder.label")}>
      <Rows>
        <LinkRow
          href={places[what]}
          title={t(`reminder.${what}`, { date: nearDayText(day, today) })}
          detail={t(`reminder.why.${what}`)}
        />
      </Rows>
      <Button look="plain" onClick={notNow}>
        {t("reminder.notNow")}
      </Button>
    </section>
  );
}
