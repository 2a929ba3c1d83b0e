// The second step after a visit: what the doctor found and advised. It is drafted from the answers and changed here, not
// typed again.
import { ArrowRight } from "lucide-preact";
import { useRef } from "preact/hooks";
import type { OpenCase } from "../../../cases/documents/book";
import type { CaseDoc } from "../../../domain/case/document";
import { draftOf, piecesOf } from "../../../domain/opinions/opinionDraft";
import { type OpinionPart, opinionEntries, opinionParts, opinions } from "../../../domain/opinions/opinionEntries";
import { openOpinion } from "../../../domain/visits/afterVisit";
import type { Visit } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import opinionsWords from "../../../i18n/en/opinions.json";
import visitWords from "../../../i18n/en/visit.json";
import { TextArea } from "../../components/textField";
import { addressOf } from "../../entries/entryNames";
import { Button } from "../../start/components/button";
import { today } from "../../start/localNow";
import { navigate, type Params } from "../../start/router";
import { useCaseValue, useOpened } from "../../start/useCase";
import { partName } from "../opinions/fromVisit";
import { AfterStep } from "./afterStep";
import { stepAddress } from "./visitLinks";

const t = messagesFrom(opinionsWords, visitWords);

export function Advised({ params: { id = "" } }: { params: Params }) {
  return (
    <AfterStep
      id={id}
      number={2}
      name={t("visitAfter.advised")}
      back={stepAddress(id, "after")}
      dock={(visit) => <GoOn visit={visit} />}
    >
      {(visit) => <Draft visit={visit} />}
    </AfterStep>
  );
}

function GoOn({ visit }: { visit: Visit }) {
  const opened = useOpened();
  const goOn = () => {
    keepDraft(opened, visit);
    navigate(stepAddress(visit.id, "next"));
  };
  return (
    <Button icon={ArrowRight} onClick={goOn}>
      {t("visitAfter.toSteps")}
    </Button>
  );
}

/** What was answered at the visit becomes the words of its doctor, to be changed; without an answer nothing is begun. */
export function keepDraft({ doc, writer }: OpenCase, visit: Visit): void {
  if (isDrafted(draftFor(doc, visit.id))) openOpinion(doc, writer, visit, today());
}

function Draft({ visit }: { visit: Visit }) {
  const opened = useOpened();
  const { doc, writer } = opened;
  const find = () => opinions(doc).find((one) => one.visit.value === visit.id) ?? null;
  const opinion = useCaseValue(find);
  const draft = draftFor(doc, visit.id);
  const wordsOf = (part: OpinionPart) => (find() ?? draft)[part] ?? "";
  // A box that is emptied stays.
  const shown = useRef(new Set(USUAL)).current;
  for (const part of opinionParts) if (wordsOf(part).trim() !== "") shown.add(part);
  const begin = () => openOpinion(doc, writer, visit, today());
  return (
    <>
      <p>{t((opinion ? opinion.drawn.length > 0 : isDrafted(draft)) ? "opinions.drafted" : "opinions.inYourWords")}</p>
      {[...shown].map((part) => (
        <TextArea
          key={part}
          label={partName(part)}
          rows={2}
          value={wordsOf(part)}
          current={() => wordsOf(part)}
          onInput={(text) => opinionEntries.write(doc, begin(), part, text)}
        />
      ))}
      <Button look="plain" onClick={() => navigate(`${addressOf("opinions", begin())}?edit`)}>
        {t("visitAfter.opinionOpen")}
      </Button>
    </>
  );
}

type Draft = ReturnType<typeof draftOf>;

function isDrafted(draft: Draft): boolean {
  return Object.keys(draft).length > 0;
}

const USUAL: readonly OpinionPart[] = ["diagnosis", "recommended"];

function draftFor(doc: CaseDoc, visit: string): Draft {
  return draftOf(piecesOf(doc, visit).filter(({ kind }) => kind === "answer"));
}
