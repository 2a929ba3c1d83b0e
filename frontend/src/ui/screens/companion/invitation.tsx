// An opened invitation: whose case it is, what joining means, and under which name.
import "../../../i18n/words/companion";
import { UserCheck } from "lucide-preact";
import { useState } from "preact/hooks";
import { t } from "../../../i18n";
import { SubmitButton } from "../../components/button";
import { Card } from "../../components/card";
import { TextField } from "../../components/textField";
import { isolated } from "../../isolate";
import { useTypedHere } from "../../onlyHere";

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
