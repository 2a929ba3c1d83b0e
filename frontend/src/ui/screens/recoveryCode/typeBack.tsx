// Two groups of the code, typed back from the paper while the screen does not show it: a code that is on no paper, or is
// wrong there, is found now and not when it is needed.
import { useState } from "preact/hooks";
import type { RecoveryCodes } from "../../../cases/recoveryCode/recoveryCode";
import { messagesFrom } from "../../../i18n";
import recoveryCodeWords from "../../../i18n/en/recoveryCode.json";
import { TextField } from "../../components/textField";
import { Button } from "../../start/components/button";
import { useTypedHere } from "../../start/onlyHere";

const t = messagesFrom(recoveryCodeWords);

type Props = { codes: RecoveryCodes; groups: number; onRight: () => void; onBack: () => void };

export function TypeBack({ codes, groups, onRight, onBack }: Props) {
  const [typed, setTyped] = useState(() => twoOf(groups));
  const [wrong, setWrong] = useState<number[]>([]);
  useTypedHere(typed.some(({ text }) => text !== ""));
  const change = (group: number, text: string) => {
    setWrong([]);
    setTyped((before) => before.map((one) => (one.group === group ? { group, text } : one)));
  };
  const check = async () => {
    const right = await codes.verify(typed);
    if (right.every(Boolean)) onRight();
    else setWrong(typed.filter((_, at) => !right[at]).map(({ group }) => group));
  };
  return (
    <>
      <h2>{t("recoveryCode.checkTitle")}</h2>
      <p>{t("recoveryCode.checkText")}</p>
      {typed.map(({ group, text }, at) => (
        <TextField
          key={group}
          label={t("recoveryCode.group", { number: group })}
          value={text}
          onInput={(given) => change(group, given)}
          autocapitalize="characters"
          spellcheck={false}
          autoFocus={at === 0}
        />
      ))}
      <div role="alert">
        {wrong.map((number) => (
          <p key={number}>{t("recoveryCode.groupWrong", { number })}</p>
        ))}
      </div>
      <Button disabled={typed.some(({ text }) => text.trim() === "")} onClick={() => void check()}>
        {t("recoveryCode.check")}
      </Button>
      <Button look="quiet" onClick={onBack}>
        {t("recoveryCode.showAgain")}
      </Button>
    </>
  );
}

/** Two different ones, in their order. */
function twoOf(groups: number): { group: number; text: string }[] {
  const first = 1 + Math.floor(Math.random() * groups);
  const second = 1 + ((first + Math.floor(Math.random() * (groups - 1))) % groups);
  return [first, second].sort((a, b) => a - b).map((group) => ({ group, text: "" }));
}
