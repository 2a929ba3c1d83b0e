// The recovery code of this person: made on request, printed, verified by typing two groups back from the paper, shown
// again, replaced. It must say that a code is ready only when the server has been seen to hold it.
import { Printer } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import type { CaseBook } from "../../../cases/documents/book";
import type { RecoveryCodes, ShownCode } from "../../../cases/recoveryCode/recoveryCode";
import type { Sharing } from "../../../cases/sharing/sharing";
import { messagesFrom } from "../../../i18n";
import recoveryCodeWords from "../../../i18n/en/recoveryCode.json";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { Screen } from "../../start/components/screen";
import { useServices } from "../../start/services";
import { watch } from "../../start/watched";
import { CoreGate } from "../pair/coreGate";
import { RecoverySheet } from "./recoverySheet";
import { TypeBack } from "./typeBack";

const t = messagesFrom(recoveryCodeWords);

export function RecoveryCode() {
  const core = useServices().core.value;
  return (
    <Screen title={t("recoveryCode.title")} back="/more">
      <div class="stack">
        <CoreGate core={core}>{({ book, recoveryCodes }) => <Body book={book} load={recoveryCodes} />}</CoreGate>
      </div>
    </Screen>
  );
}

type Loaded = { codes: RecoveryCodes; shown: ShownCode | null };

function Body({ book, load }: { book: CaseBook; load: Sharing["recoveryCodes"] }) {
  const loaded = useLoaded(book, load);
  const [state, setState] = useState<"still" | "making" | "failed">("still");
  if (loaded === null || state === "making") return <p role="status">{t("recoveryCode.making")}</p>;
  const make = () => {
    setState("making");
    loaded.codes.make().then(
      () => setState("still"),
      () => setState("failed"),
    );
  };
  return (
    <>
      {state === "failed" && (
        <div role="alert">
          <Card tone="attention">{t("recoveryCode.failed")}</Card>
        </div>
      )}
      {loaded.shown ? (
        <Made key={loaded.shown.text} codes={loaded.codes} shown={loaded.shown} onRenew={make} />
      ) : (
        <>
          <p>{t("recoveryCode.why")}</p>
          <p>{t("recoveryCode.whyPaper")}</p>
          <Button onClick={make}>{t("recoveryCode.make")}</Button>
        </>
      )}
    </>
  );
}

function useLoaded(book: CaseBook, load: Sharing["recoveryCodes"]): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  watch(book);
  const [changes, setChanges] = useState(0);
  useEffect(() => book.subscribe(() => setChanges((before) => before + 1)), [book]);
  // Whether it is ready is in the keyring, as the code is: each change may say so.
  useEffect(() => {
    let wanted = true;
    void load().then(async (codes) => {
      const shown = await codes.shown();
      if (wanted) setLoaded({ codes, shown });
    });
    return () => {
      wanted = false;
    };
  }, [load, changes]);
  return loaded;
}

type MadeProps = { codes: RecoveryCodes; shown: ShownCode; onRenew: () => void };

function Made({ codes, shown, onRenew }: MadeProps) {
  const [step, setStep] = useState<"code" | "typing" | "done" | "renewing">(shown.isVerified ? "done" : "code");
  const show = () => setStep("code");
  if (step === "typing")
    return (
      <TypeBack codes={codes} groups={shown.text.split("-").length} onRight={() => setStep("done")} onBack={show} />
    );
  return (
    <>
      <p role="status">{t(shown.isReady ? "recoveryCode.ready" : "recoveryCode.notReady")}</p>
      {shown.isOldOneOpen && <p>{t("recoveryCode.oldOpen")}</p>}
      {step === "done" && <p>{t("recoveryCode.verified")}</p>}
      {step === "code" ? (
        <>
          <Button icon={Printer} onClick={() => window.print()}>
            {t("recoveryCode.print")}
          </Button>
          {!shown.isVerified && (
            <Button look="quiet" onClick={() => setStep("typing")}>
              {t("recoveryCode.onPaper")}
            </Button>
          )}
          <RecoverySheet shown={shown} />
        </>
      ) : (
        <Button look="quiet" onClick={show}>
          {t("recoveryCode.showAgain")}
        </Button>
      )}
      {step === "renewing" ? (
        <Card heading={t("recoveryCode.renewTitle")}>
          <p>{t("recoveryCode.renewText")}</p>
          <Button removes onClick={onRenew}>
            {t("recoveryCode.renewNow")}
          </Button>
          <Button look="quiet" onClick={() => setStep("done")}>
            {t("recoveryCode.keep")}
          </Button>
        </Card>
      ) : (
        shown.isVerified && (
          <Button look="plain" onClick={() => setStep("renewing")}>
            {t("recoveryCode.renew")}
          </Button>
        )
      )}
    </>
  );
}
