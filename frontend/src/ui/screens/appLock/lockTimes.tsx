// When the app locks by itself.
import { useState } from "preact/hooks";
import type { AppLock, Locking } from "../../../cases/appLock/appLock";
import { messagesFrom } from "../../../i18n";
import appLockWords from "../../../i18n/en/appLock.json";
import { Choice, Switch } from "../../components/choice";
import { lockAt } from "./watch";

const t = messagesFrom(appLockWords);

const MINUTES = [1, 5, 15];

export function LockTimes({ lock, first }: { lock: AppLock; first: Locking }) {
  const [times, setTimes] = useState<Locking>({ after: first.after, onLeaving: first.onLeaving });
  const change = (to: Partial<Locking>) => {
    const changed = { ...times, ...to };
    // Shown once it is stored.
    void lock.changeLocking(changed).then(() => {
      lockAt(changed);
      setTimes(changed);
    });
  };
  return (
    <>
      <Choice
        legend={t("appLock.when")}
        compact
        options={MINUTES.map((count) => ({ value: String(count), label: t("appLock.minutes", { count }) }))}
        value={String(times.after)}
        onChoose={(after) => change({ after: Number(after) })}
      />
      <Switch
        label={t("appLock.leaving")}
        hint={t("appLock.leavingHint")}
        on={times.onLeaving}
        onChange={(onLeaving) => change({ onLeaving })}
      />
    </>
  );
}
