// The lock: stands at every address while the app is locked, except at "Get help now" and the guide. The screen that was
// asked for comes after it.
import { useEffect, useState } from "preact/hooks";
import { AppLock } from "../../../cases/appLock/appLock";
import { messagesFrom } from "../../../i18n";
import appLockWords from "../../../i18n/en/appLock.json";
import { Button, ButtonLink } from "../../start/components/button";
import { Screen } from "../../start/components/screen";
import { useServices } from "../../start/services";
import { CodeForm } from "./codeForm";
import { PinForm } from "./pinForm";
import { startLocking } from "./watch";

const t = messagesFrom(appLockWords);

export function Unlock() {
  const { core, settings } = useServices();
  const [lock] = useState(() => new AppLock());
  const [isForgotten, setForgotten] = useState(false);
  const open = async (key?: CryptoKey) => {
    const locked = core.peek();
    if (locked.state !== "locked") return;
    await locked.open(key);
    const opened = core.peek();
    if (opened.state === "open" && key) await startLocking(opened, settings, lock, key);
  };
  // Another tab may have switched the lock off.
  useEffect(() => {
    void lock.state().then((state) => {
      if (!state) void open();
      setHasPasskey(Boolean(state?.passkeys.length));
    });
  }, [lock]);
  const [hasPasskey, setHasPasskey] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const openByPasskey = async () => {
    const key = await lock.openByPasskey();
    setRefused(key === null);
    if (key) await open(key);
  };
  const Form = isForgotten ? CodeForm : PinForm;
  return (
    <Screen title={t("unlock.title")} withoutStatus withoutNav>
      <div class="stack">
        <Form lock={lock} onOpened={open} />
        {hasPasskey && (
          <>
            <Button look="quiet" onClick={() => void openByPasskey().catch(() => setRefused(true))}>
              {t("passkey.open")}
            </Button>
            <div role="alert">{isRefused && <p>{t("passkey.refused")}</p>}</div>
          </>
        )}
        <Button look="quiet" onClick={() => setForgotten(!isForgotten)}>
          {t(isForgotten ? "unlock.back" : "unlock.forgot")}
        </Button>
        <ButtonLink look="plain" href="/guide">
          {t("unlock.guide")}
        </ButtonLink>
      </div>
    </Screen>
  );
}
