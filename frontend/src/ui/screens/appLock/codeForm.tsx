// The recovery code opens the lock without any signal; then the person chooses a new PIN, because the old one is
// forgotten.
import { useEffect, useState } from "preact/hooks";
import type { AppLock, ReadRecoveryCode } from "../../../cases/appLock/appLock";
import { messagesFrom } from "../../../i18n";
import appLockWords from "../../../i18n/en/appLock.json";
import { TextField } from "../../components/textField";
import { SubmitButton } from "../../start/components/button";
import { NewPin } from "./newPin";

const t = messagesFrom(appLockWords);

type Props = { lock: AppLock; onOpened: (key: CryptoKey) => Promise<void> };

export function CodeForm({ lock, onOpened }: Props) {
  const [typed, setTyped] = useState("");
  const [read, setRead] = useState<ReadRecoveryCode>({ state: "empty" });
  const [isWrong, setWrong] = useState(false);
  const [isFailed, setFailed] = useState(false);
  const [key, setKey] = useState<CryptoKey | null>(null);
  useEffect(() => void lock.readCode(typed).then(setRead), [lock, typed]);
  if (key)
    return (
      <>
        <h2>{t("unlock.newPin")}</h2>
        <div role="alert">{isFailed && <p>{t("unlock.failed")}</p>}</div>
        <NewPin
          label={t("appLock.set")}
          autoFocus
          onPin={(pin) =>
            void lock
              .changePin(key, pin)
              .then(() => onOpened(key))
              .catch(() => setFailed(true))
          }
        />
      </>
    );
  const open = async () => {
    const opened = await lock.openByCode(typed);
    setWrong(opened === null);
    setKey(opened);
  };
  const mistake = read.state === "wrong" ? read.group : null;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (read.state === "complete") void open().catch(() => setFailed(true));
      }}
    >
      <p>{t("unlock.codeText")}</p>
      <TextField
        label={t("unlock.code")}
        value={typed}
        onInput={(text) => {
          setWrong(false);
          setTyped(text);
        }}
        autocapitalize="characters"
        spellcheck={false}
        autoFocus
      />
      <div role="alert">
        {mistake !== null && <p>{t("unlock.codeGroup", { number: mistake })}</p>}
        {isFailed && <p>{t("unlock.failed")}</p>}
        {(isWrong || (read.state === "wrong" && mistake === null)) && <p>{t("unlock.codeWrong")}</p>}
      </div>
      <SubmitButton disabled={read.state !== "complete"}>{t("unlock.codeOpen")}</SubmitButton>
      <p class="quiet">{t("unlock.noCode")}</p>
    </form>
  );
}
