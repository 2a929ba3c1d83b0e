// Saying it back: the patient's own words, beside what was written down, in large type to read from.
import { useMemo } from "preact/hooks";
import { questions } from "../../../domain/questions/questionEntries";
import { belongsTo } from "../../../domain/visits/goingAlong";
import { editSayBack, sayBack } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import { TextArea } from "../../components/textField";
import { shownText } from "../../entries/entryNames";
import { useCaseValue, useOpened } from "../../start/useCase";
import { VisitPart } from "./visitPart";
import "./after.css";

const t = messagesFrom(visitWords);

export function SayBack({ visit }: { visit: string }) {
  const opened = useOpened();
  const words = useCaseValue((doc) => sayBack(doc, visit));
  return (
    <VisitPart heading={t("visitAfter.sayBack")} card={{ id: "D4", title: t("visitBefore.askCard") }}>
      <p>{t("visitAfter.sayBackWhy")}</p>
      <Heard visit={visit} />
      <div class="say-back">
        <TextArea
          label={t("visitAfter.sayBackStart")}
          hint={t("visitAfter.sayBackHint")}
          rows={4}
          value={words}
          current={() => sayBack(opened.doc, visit)}
          onInput={(next) => editSayBack(opened.doc, visit, next)}
        />
      </div>
    </VisitPart>
  );
}

function Heard({ visit }: { visit: string }) {
  const all = useCaseValue(questions);
  const heard = useMemo(
    () => all.filter((question) => belongsTo(question, visit) && question.answer.trim() !== ""),
    [all, visit],
  );
  return (
    <>
      <h3>{t("visitAfter.heard")}</h3>
      {heard.length === 0 && <p class="quiet">{t("visitAfter.heardNone")}</p>}
      {heard.length > 0 && (
        <dl class="heard">
          {heard.map(({ id, text, answer }) => (
            <div key={id}>
              <dt dir="auto">{shownText(text)}</dt>
              <dd dir="auto">{answer}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
