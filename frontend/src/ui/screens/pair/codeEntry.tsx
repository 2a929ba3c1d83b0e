// Entering a code by typing, pasting or camera, checked during typing.
import { Camera } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import type { Pairing } from "../../../cases/sharing/pairing";
import { messagesFrom } from "../../../i18n";
import pairWords from "../../../i18n/en/pair.json";
import { TextField } from "../../components/textField";
import { Button } from "../../start/components/button";
import { useTypedHere } from "../../start/onlyHere";
import { CameraScan } from "./cameraScan";

const t = messagesFrom(pairWords);

type Check = Awaited<ReturnType<Pairing["check"]>>;

type Props = {
  pairing: Pairing;
  typed: string;
  onTyped: (text: string) => void;
  onCode: (code: string) => void;
  /** Where the code comes from and what it does, when it is not for a phone of the person's own. */
  how?: string;
  action?: string;
};

export function CodeEntry({ pairing, typed, onTyped, onCode, how, action }: Props) {
  const [scanning, setScanning] = useState(false);
  const check = useCheck(pairing, typed);
  useTypedHere(typed !== "");
  const words = { empty: "", incomplete: t("pair.incomplete"), wrong: t("pair.wrong"), complete: t("pair.complete") };
  if (scanning) {
    return (
      <CameraScan
        isOurs={async (text) => (await pairing.check(text)) === "complete"}
        onCode={onCode}
        onStop={() => setScanning(false)}
      />
    );
  }
  return (
    <>
      <p>{how ?? t("pair.how")}</p>
      <Button icon={Camera} onClick={() => setScanning(true)}>
        {t("pair.scan")}
      </Button>
      <TextField
        label={t("pair.code")}
        hint={t("pair.codeHint")}
        value={typed}
        onInput={onTyped}
        autocapitalize="characters"
        spellcheck={false}
      />
      <p role="status">{words[check]}</p>
      <Button disabled={check !== "complete"} onClick={() => onCode(typed)} look="quiet">
        {action ?? t("pair.join")}
      </Button>
    </>
  );
}

function useCheck(pairing: Pairing, typed: string): Check {
  const [check, setCheck] = useState<Check>("empty");
  useEffect(() => {
    let wanted = true;
    void pairing.check(typed).then((answer) => {
      if (wanted) setCheck(answer);
    });
    return () => {
      wanted = false;
    };
  }, [pairing, typed]);
  return check;
}
