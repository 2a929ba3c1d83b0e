// Starting a case: one question, one button.
import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import { messagesFrom } from "../../../i18n";
import caseListWords from "../../../i18n/en/caseList.json";
import frameWords from "../../../i18n/en/frame.json";
import { TextField } from "../../components/textField";
import { SubmitButton } from "../../start/components/button";
import { Screen } from "../../start/components/screen";
import { WhyNot } from "../../start/components/whyNot";
import { useTypedHere } from "../../start/onlyHere";
import { useServices } from "../../start/services";
import { useBook } from "../../start/useBook";
import { useStart } from "../begin/startCase";

const t = messagesFrom(caseListWords, frameWords);

export function NewCase() {
  const book = useBook();
  const core = useServices().core.value;
  return (
    <Screen title={t("caseList.newTitle")} back="/cases">
      {core.state === "failed" && <WhyNot cause={core.cause} />}
      {core.state === "opening" && <p class="quiet">{t("app.opening")}</p>}
      {book && <NameForm />}
    </Screen>
  );
}

function NameForm() {
  const [title, setTitle] = useState("");
  useTypedHere(title.trim() !== "");
  const { state, start } = useStart();
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        start(title.trim(), "/");
      }}
    >
      <TextField
        label={t("caseList.nameLabel")}
        hint={t("caseList.nameHint")}
        value={title}
        onInput={setTitle}
        autoFocus
      />
      {state === "failed" && <p role="alert">{t("caseList.failed")}</p>}
      <SubmitButton icon={Plus}>{t("caseList.create")}</SubmitButton>
    </form>
  );
}
