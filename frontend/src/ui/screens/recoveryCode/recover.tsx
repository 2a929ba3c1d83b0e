// Brings the cases back with the recovery code, by typing or by camera. A code in the address is removed from it at once,
// and nothing is requested before the person agrees. A phone that has cases keeps them where they are.
import { Camera, Smartphone } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import type { CaseBook } from "../../../cases/documents/book";
import type { ReadRecoveryCode, RecoveryCodes } from "../../../cases/recoveryCode/recoveryCode";
import type { PairingProblem } from "../../../cases/sharing/invitations";
import type { Sharing } from "../../../cases/sharing/sharing";
import { isKeyOf, messagesFrom } from "../../../i18n";
import recoveryCodeWords from "../../../i18n/en/recoveryCode.json";
import type { StatusSource } from "../../../sync/status";
import { TextField } from "../../components/textField";
import { Button, ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { Screen } from "../../start/components/screen";
import { useTypedHere } from "../../start/onlyHere";
import { useServices } from "../../start/services";
import { Arriving } from "../pair/arriving";
import { CameraScan } from "../pair/cameraScan";
import { useCodeOfAddress } from "../pair/codeOfAddress";
import { CoreGate } from "../pair/coreGate";
import "../pair/phones.css";

const t = messagesFrom(recoveryCodeWords);

export function Recover() {
  const core = useServices().core.value;
  return (
    <Screen title={t("recover.title")} back="/pair">
      <div class="stack">
        <CoreGate core={core}>
          {({ book, sync, recoveryCodes }) => <Body book={book} sync={sync} load={recoveryCodes} />}
        </CoreGate>
      </div>
    </Screen>
  );
}

type BodyProps = { book: CaseBook; sync: StatusSource; load: Sharing["recoveryCodes"] };

function Body({ book, sync, load }: BodyProps) {
  const [code, setCode] = useCodeOfAddress();
  const [codes, setCodes] = useState<RecoveryCodes | null>(null);
  const [step, setStep] = useState<"asking" | "going" | "here" | "beside">("asking");
  const [problem, setProblem] = useState<PairingProblem | null>(null);
  useEffect(() => void load().then(setCodes), [load]);
  const go = async (given: string) => {
    setStep("going");
    setProblem(null);
    const brought = await (await load()).recover(given);
    if (!brought.ok) setProblem(brought.problem);
    else setCode("");
    setStep(!brought.ok ? "asking" : brought.state === "beside" ? "beside" : "here");
  };
  if (codes === null || step === "going") return <p role="status">{t("recover.going")}</p>;
  if (step === "beside") return <Beside />;
  if (step === "here") return <Here book={book} sync={sync} />;
  return (
    <>
      {problem !== null && (
        <div role="alert">
          <Card tone="attention">{problemText(problem)}</Card>
        </div>
      )}
      {code === "" ? (
        <Typing codes={codes} onCode={(given) => void go(given)} />
      ) : (
        <Card heading={t("recover.linkTitle")}>
          <p>{t("recover.linkText")}</p>
          <Button onClick={() => void go(code)}>{t("recover.go")}</Button>
        </Card>
      )}
    </>
  );
}

function Typing({ codes, onCode }: { codes: RecoveryCodes; onCode: (code: string) => void }) {
  const [typed, setTyped] = useState("");
  const [isScanning, setScanning] = useState(false);
  const read = useRead(codes, typed);
  useTypedHere(typed !== "");
  if (isScanning)
    return (
      <CameraScan
        isOurs={async (text) => (await codes.read(text)).state === "complete"}
        onCode={onCode}
        onStop={() => setScanning(false)}
      />
    );
  return (
    <>
      <p>{t("recover.how")}</p>
      <Button icon={Camera} onClick={() => setScanning(true)}>
        {t("recover.scan")}
      </Button>
      <TextField
        label={t("recover.code")}
        hint={t("recover.hint")}
        value={typed}
        onInput={setTyped}
        autocapitalize="characters"
        spellcheck={false}
      />
      <p role="status">{readText(read)}</p>
      <Button look="quiet" disabled={read.state !== "complete"} onClick={() => onCode(typed)}>
        {t("recover.go")}
      </Button>
    </>
  );
}

function useRead(codes: RecoveryCodes, typed: string): ReadRecoveryCode {
  const [read, setRead] = useState<ReadRecoveryCode>({ state: "empty" });
  useEffect(() => {
    let wanted = true;
    void codes.read(typed).then((answer) => {
      if (wanted) setRead(answer);
    });
    return () => {
      wanted = false;
    };
  }, [codes, typed]);
  return read;
}

function readText(read: ReadRecoveryCode): string {
  if (read.state === "empty") return "";
  if (read.state !== "wrong") return t(`recover.${read.state}`);
  return read.group === null ? t("recover.wrong") : t("recover.wrongGroup", { number: read.group });
}

function Here({ book, sync }: { book: CaseBook; sync: StatusSource }) {
  return (
    <>
      <Arriving book={book} sync={sync} />
      <Card heading={t("recover.lostTitle")}>
        <p>{t("recover.lostText")}</p>
        <ButtonLink href="/more/phones" icon={Smartphone} look="quiet">
          {t("recover.phones")}
        </ButtonLink>
      </Card>
    </>
  );
}

function Beside() {
  return (
    <>
      <p role="status">{t("recover.beside")}</p>
      <ButtonLink href="/cases">{t("recover.open")}</ButtonLink>
    </>
  );
}

function problemText(problem: PairingProblem): string {
  const key = `recover.problem.${problem}`;
  return isKeyOf(recoveryCodeWords, key) ? t(key) : t("recover.problem.general");
}
