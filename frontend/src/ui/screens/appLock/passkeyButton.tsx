// A passkey beside the PIN: made and removed by whoever has typed the PIN. Not there where the phone has none.
import { useEffect, useState } from "preact/hooks";
import type { AppLock } from "../../../cases/appLock/appLock";
import { messagesFrom } from "../../../i18n";
import appLockWords from "../../../i18n/en/appLock.json";
import { Button } from "../../start/components/button";

const t = messagesFrom(appLockWords);

export function PasskeyButton({ lock, lockKey }: { lock: AppLock; lockKey: CryptoKey }) {
  const [isSet, setSet] = useState<boolean | null>(null);
  const [said, setSaid] = useState<"added" | "removed" | "failed" | null>(null);
  useEffect(() => {
    void Promise.all([lock.mayHavePasskey(), lock.state()]).then(([may, state]) => {
      const isThere = Boolean(state?.passkeys.length);
      if (may || isThere) setSet(isThere);
    });
  }, [lock]);
  if (isSet === null) return null;
  const change = async () => {
    if (isSet) await lock.removePasskey();
    else if (!(await lock.addPasskey(lockKey))) return setSaid("failed");
    setSaid(isSet ? "removed" : "added");
    setSet(!isSet);
  };
  return (
    <>
      <Button look="quiet" onClick={() => void change().catch(() => setSaid("failed"))}>
        {t(isSet ? "passkey.remove" : "passkey.add")}
      </Button>
      <p role="status">{said && t(`passkey.${said}`)}</p>
    </>
  );
}
