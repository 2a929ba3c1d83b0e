// Saves a copy of the open case: who may read it, then the file, then where it goes. Making a sealed one takes seconds,
// and a browser lets a page share only right after a tap: so the file is handed over by a tap of its own.
import { FileDown } from "lucide-preact";
import { useState } from "preact/hooks";
import { revision } from "../../../domain/changes/updates";
import { messagesFrom } from "../../../i18n";
import { dayText, localDay } from "../../../i18n/dates";
import copyWords from "../../../i18n/en/copy.json";
import { CaseScreen } from "../../components/caseScreen";
import { Choice, Switch } from "../../components/choice";
import { SubmitButton } from "../../start/components/button";
import { lastCopyOf } from "../../start/lastCopy";
import { useOnlyHere } from "../../start/onlyHere";
import { useServices } from "../../start/services";
import { useOpened } from "../../start/useCase";
import "./copy.css";
import { HandOverFile } from "./handOverFile";
import { PassphraseField } from "./passphraseField";
import { Progress } from "./progress";

const t = messagesFrom(copyWords);

const SHORT = 12;

type State =
  | { at: "asking" | "failed" }
  | { at: "making"; part: number }
  | { at: "ready"; file: File; revision: number };

export function SaveCopy() {
  return (
    <CaseScreen title={t("copy.save")} back="/more">
      <SaveBody />
    </CaseScreen>
  );
}

function SaveBody() {
  const { core, settings } = useServices();
  const opened = useOpened();
  const [state, setState] = useState<State>({ at: "asking" });
  useOnlyHere(state.at === "making" || state.at === "ready");
  const make = async (passphrase: string | null) => {
    if (core.value.state !== "open") return;
    setState({ at: "making", part: 0 });
    const about = { open: t("copy.about"), sealed: t("copy.aboutSealed") };
    const held = revision(opened.doc);
    try {
      const copies = await core.value.copies();
      const bytes = await copies.save(opened, passphrase, about, (part) => setState({ at: "making", part }));
      const name = t("copy.file", { date: localDay(new Date()) });
      setState({ at: "ready", file: new File([new Uint8Array(bytes)], name, { type: "text/plain" }), revision: held });
    } catch {
      setState({ at: "failed" });
    }
  };
  if (state.at === "making") return <Progress words={t("copy.making")} part={state.part} />;
  if (state.at === "ready") return <HandOverFile {...state} caseId={opened.id} />;
  const { day: last } = lastCopyOf(settings, opened.id);
  return (
    <div class="stack">
      {state.at === "failed" && <p role="alert">{t("copy.failed")}</p>}
      <p>{t("copy.why")}</p>
      {last !== "" && <p>{t("copy.last", { date: dayText(last) })}</p>}
      <Ask onMake={(passphrase) => void make(passphrase)} />
    </div>
  );
}

function Ask({ onMake }: { onMake: (passphrase: string | null) => void }) {
  const [who, setWho] = useState<"sealed" | "open">("sealed");
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const isReady = who === "open" || (passphrase.trim() !== "" && passphrase === again);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onMake(who === "open" ? null : passphrase);
      }}
    >
      <Choice
        legend={t("copy.who")}
        options={[
          { value: "sealed", label: t("copy.sealed"), hint: t("copy.sealedWhat") },
          { value: "open", label: t("copy.open"), hint: t("copy.openWhat") },
        ]}
        value={who}
        onChoose={setWho}
      />
      {who === "sealed" && <Passphrase {...{ passphrase, setPassphrase, again, setAgain }} />}
      <SubmitButton icon={FileDown} disabled={!isReady}>
        {t("copy.save")}
      </SubmitButton>
    </form>
  );
}

type PassphraseProps = {
  passphrase: string;
  setPassphrase: (text: string) => void;
  again: string;
  setAgain: (text: string) => void;
};

function Passphrase({ passphrase, setPassphrase, again, setAgain }: PassphraseProps) {
  const [isShown, setShown] = useState(false);
  const differs = again !== "" && !passphrase.startsWith(again);
  const isShort = passphrase !== "" && passphrase.length < SHORT && passphrase === again;
  return (
    <>
      <PassphraseField
        label={t("copy.passphrase")}
        hint={t("copy.advice")}
        value={passphrase}
        onInput={setPassphrase}
        isShown={isShown}
      />
      <PassphraseField label={t("copy.again")} value={again} onInput={setAgain} isShown={isShown} />
      <p role="status">{differs ? t("copy.differs") : isShort ? t("copy.short") : ""}</p>
      <Switch label={t("copy.show")} on={isShown} onChange={setShown} />
    </>
  );
}
