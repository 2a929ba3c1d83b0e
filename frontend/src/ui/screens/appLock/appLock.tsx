// The app lock of this phone: set with a PIN, changed and switched off only with it. It must say what a forgotten PIN
// means before there is one.
import { LockKeyhole } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { AppLock } from "../../../cases/appLock/appLock";
import type { CaseBook } from "../../../cases/documents/book";
import type { Sharing } from "../../../cases/sharing/sharing";
import { messagesFrom } from "../../../i18n";
import appLockWords from "../../../i18n/en/appLock.json";
import { Button, ButtonLink } from "../../start/components/button";
import { Screen } from "../../start/components/screen";
import { useServices } from "../../start/services";
import { CoreGate } from "../pair/coreGate";
import { ChangePin } from "./changePin";
import { lockEverywhere } from "./lockPage";
import { LockTimes } from "./lockTimes";
import { NewPin } from "./newPin";
import { lockAt } from "./watch";

const t = messagesFrom(appLockWords);

export function AppLockScreen() {
  const core = useServices().core.value;
  return (
    <Screen title={t("appLock.title")} back="/more">
      <div class="stack">
        <CoreGate core={core}>{({ book, recoveryCodes }) => <Body book={book} codes={recoveryCodes} />}</CoreGate>
      </div>
    </Screen>
  );
}

type BodyProps = { book: CaseBook; codes: Sharing["recoveryCodes"] };
type State = Awaited<ReturnType<AppLock["state"]>>;

function Body({ book, codes }: BodyProps) {
  const { settings } = useServices();
  const [lock] = useState(() => new AppLock());
  const [state, setState] = useState<State | undefined>(undefined);
  useEffect(() => void lock.state().then(setState), [lock]);
  if (state === undefined) return null;
  if (state === null) return book.thisPhone() ? <SetUp {...{ lock, book, codes }} /> : <p>{t("appLock.noCase")}</p>;
  return (
    <>
      <p>{t("appLock.on")}</p>
      <ForgottenPin hasCode={state.hasCode} />
      <Button icon={LockKeyhole} onClick={() => void lockEverywhere(book, settings)}>
        {t("appLock.lockNow")}
      </Button>
      <LockTimes lock={lock} first={state} />
      <ChangePin
        lock={lock}
        onOff={() => {
          lockAt(null);
          setState(null);
        }}
      />
    </>
  );
}

function SetUp({ lock, book, codes }: BodyProps & { lock: AppLock }) {
  const { settings } = useServices();
  const [secrets, setSecrets] = useState<string[] | null>(null);
  const [step, setStep] = useState<"typing" | "working" | "failed">("typing");
  useEffect(() => void codes().then((all) => setSecrets(all.live())), [codes]);
  const set = async (pin: string) => {
    setStep("working");
    // What was typed becomes rows, which no lock touches.
    await book.storeAll();
    await lock.set(pin, (await codes()).live());
    await lockEverywhere(book, settings);
  };
  if (secrets === null || step === "working") return <p role="status">{t("appLock.working")}</p>;
  return (
    <>
      <p>{t("appLock.what")}</p>
      <ForgottenPin hasCode={secrets.length > 0} />
      <div role="alert">{step === "failed" && <p>{t("appLock.failed")}</p>}</div>
      <NewPin label={t("appLock.set")} onPin={(pin) => void set(pin).catch(() => setStep("failed"))} />
      <p class="quiet">{t("appLock.weak")}</p>
    </>
  );
}

function ForgottenPin({ hasCode }: { hasCode: boolean }) {
  if (hasCode) return <p>{t("appLock.code")}</p>;
  return (
    <>
      <p>{t("appLock.noCode")}</p>
      <ButtonLink look="quiet" href="/more/recovery-code">
        {t("appLock.makeCode")}
      </ButtonLink>
    </>
  );
}
