// Asks for the passphrase of a sealed copy.
import { LockOpen } from "lucide-preact";
import { useState } from "preact/hooks";
import { messagesFrom } from "../../../i18n";
import copyWords from "../../../i18n/en/copy.json";
import { Switch } from "../../components/choice";
import { SubmitButton } from "../../start/components/button";
import { PassphraseField } from "./passphraseField";

const t = messagesFrom(copyWords);

export function Unseal({ onTyped }: { onTyped: (passphrase: string) => void }) {
  const [passphrase, setPassphrase] = useState("");
  const [isShown, setShown] = useState(false);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase.trim() !== "") onTyped(passphrase);
      }}
    >
      <p>{t("openCopy.sealed")}</p>
      <PassphraseField label={t("openCopy.passphrase")} value={passphrase} onInput={setPassphrase} isShown={isShown} />
      <Switch label={t("copy.show")} on={isShown} onChange={setShown} />
      <SubmitButton icon={LockOpen} disabled={passphrase.trim() === ""}>
        {t("openCopy.unseal")}
      </SubmitButton>
    </form>
  );
}
