// The first step: what the person was told, and about what. It names the case.
import { useState } from "preact/hooks";
import { everyTold, type Told } from "../../../domain/questions/firstQuestions";
import { messagesFrom } from "../../../i18n";
import beginWords from "../../../i18n/en/begin.json";
import { Choice } from "../../components/choice";
import { TextField } from "../../components/textField";
import { useTypedHere } from "../../start/onlyHere";
import { steps, told, useStart } from "./startCase";
import { Step } from "./step";

const t = messagesFrom(beginWords);

export function ToldStep() {
  const [chosen, setChosen] = useState<Told | null>(null);
  const [about, setAbout] = useState("");
  const { state, start } = useStart();
  useTypedHere(about.trim() !== "");
  const goOn = (name: string, what: Told) => {
    told.value = what;
    steps.value = 3;
    start(name.trim() || t(`begin.named.${what}`), "/begin/visit");
  };
  return (
    <Step
      number={1}
      of={3}
      title={t("begin.told.title")}
      state={state}
      onNext={() => goOn(about, chosen ?? "unsure")}
      onSkip={() => goOn("", "unsure")}
    >
      <Choice<Told>
        legend={t("begin.told.legend")}
        options={everyTold.map((value) => ({ value, label: t(`begin.told.${value}`) }))}
        value={chosen}
        onChoose={setChosen}
      />
      <TextField label={t("begin.told.about")} hint={t("begin.told.aboutHint")} value={about} onInput={setAbout} />
    </Step>
  );
}
