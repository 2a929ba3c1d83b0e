// Starting a case: one question, one button.
import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import type { CaseBook } from "../../../cases/book";
import { messagesFrom } from "../../../i18n";
import caseListWords from "../../../i18n/en/caseList.json";
import frameWords from "../../../i18n/en/frame.json";
import { TextField } from "../../components/textField";
import { SubmitButton } from "../../start/components/button";
import { Screen } from "../../start/components/screen";
import { WhyNot } from "../../start/components/whyNot";
import { useTypedHere } from "../../start/onlyHere";
import { navigate } from "../../start/router";
import { useServices } from "../../start/services";
import { useBook } from "../../start/useBook";

const t = messagesFrom(caseListWords, frameWords);

export function NewCase() {
  const book = useBook();
  const core = useServices().core.value;
  return (
    <Screen title={t("caseList.newTitle")} back="/cases">
      {core.state === "failed" && <WhyNot cause={core.cause} />}
      {core.state === "opening" && <p class="quiet">{t("app.opening")}</p>}
      {book && <NameForm book={book} />}
    </Screen>
  );
}

function NameForm({ book }: { book: CaseBook }) {
  const { settings } = useServices();
  const [title, setTitle] = useState("");
  useTypedHere(title.trim() !== "");
  const [state, setState] = useState<"open" | "starting" | "failed">("open");
  const start = async () => {
    if (state === "starting") return;
    setState("starting");
    try {
      settings.currentCase.value = await book.create(title.trim());
      navigate("/", { replace: true });
    } catch {
      setState("failed");
    }
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
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
