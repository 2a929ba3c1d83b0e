// An opened invitation: whose case it is, what joining means, and under which name.
import { UserCheck } from "lucide-preact";
import { useState } from "preact/hooks";
import { messagesFrom } from "../../../i18n";
import companionWords from "../../../i18n/en/companion.json";
import { TextField } from "../../components/textField";
import { SubmitButton } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { isolated } from "../../start/isolate";
import { useTypedHere } from "../../start/onlyHere";

const t = messagesFrom(companionWords);

type Props = { looked: { owner: string; title: string }; onEnter: (name: string) => void };

export function Invitation({ looked, onEnter }: Props) {
  const [name, setName] = useState("");
  useTypedHere(name !== "");
  const owner = isolated(looked.owner);
  return (
    <>
      <Card heading={t("join.fromTitle", { owner })}>
        <p>{looked.title === "" ? t("join.fromCaseUnnamed") : t("join.fromCase", { title: isolated(looked.title) })}</p>
        <p>{t("join.fromSees")}</p>
        <p>{t("join.fromKnows", { owner })}</p>
      </Card>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") onEnter(name.trim());
        }}
      >
        <TextField label={t("join.name")} hint={t("join.nameHint", { owner })} value={name} onInput={setName} />
        <SubmitButton icon={UserCheck} disabled={name.trim() === ""}>
          {t("join.enter")}
        </SubmitButton>
      </form>
    </>
  );
}
