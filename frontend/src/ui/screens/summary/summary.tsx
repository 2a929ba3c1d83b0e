// The one-page summary for one doctor: what the patient adds and chooses, and the page as it will be printed.

import { caseText, editCaseText } from "../../../domain/case/document";
import { helping } from "../../../domain/helping/helping";
import { anyDoctor } from "../../../domain/summary/summary";
import { type Visit, visitEntries } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import summaryWords from "../../../i18n/en/summary.json";
import { CaseScreen } from "../../components/caseScreen";
import { Paper, PaperTools } from "../../components/paper";
import { TextArea } from "../../components/textField";
import { EntryGone } from "../../entries/entryEnd";
import { AfterPaint } from "../../start/components/afterPaint";
import { today } from "../../start/localNow";
import type { Params } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { briefDay } from "../health/lines";
import { CodeToScan } from "./codeToScan";
import { contentsOf, type SheetPart } from "./contents";
import { cutWords } from "./cutWords";
import { headOf } from "./head";
import { laidOut } from "./layout";
import { usePageFit } from "./measure";
import { NameAndBirth, OnThePage } from "./onThePage";
import { PageState } from "./pageState";
import { sectionTitle } from "./sectionTitle";
import { Sheet, type SheetHead } from "./sheet";
import "./summary.css";

const t = messagesFrom(summaryWords);

type Props = { whom: string; visit: Visit | null };

export function SummaryPage({ params }: { params: Params }) {
  const whom = params.id ?? anyDoctor;
  return (
    <CaseScreen title={t("summary.title")} back="/case/summary" dock={<Tools whom={whom} />} wide>
      <Chosen whom={whom} />
    </CaseScreen>
  );
}

function Chosen({ whom }: { whom: string }) {
  const opened = useOpened();
  const visit = visitEntries.find(opened.doc, whom);
  if (visit === null && whom !== anyDoctor) return <EntryGone kind="visits" id={whom} />;
  return (
    <div class="columns">
      <div class="stack">
        <WhyHere />
        <OnThePage whom={whom} />
        <NameAndBirth />
      </div>
      <AfterPaint>{() => <OnePage whom={whom} visit={visit} />}</AfterPaint>
    </div>
  );
}

function WhyHere() {
  const { doc } = useOpened();
  return (
    <TextArea
      label={sectionTitle("why", helping(doc) !== null)}
      hint={t("summary.whyHint")}
      value={caseText(doc, "whyHere")}
      onInput={(text) => editCaseText(doc, "whyHere", text)}
      current={() => caseText(doc, "whyHere")}
      rows={4}
    />
  );
}

function OnePage({ whom, visit }: Props) {
  const opened = useOpened();
  // It reads the case itself: with state of its own, it is not rendered again just because its parent is.
  const { doc } = opened;
  const head = headOf(doc, visit, today());
  const parts = laidOut(contentsOf(doc, whom, today()));
  const { kept, size, ruler } = usePageFit(head, parts);
  const note = cutWords(parts, kept);
  return (
    <div class="stack">
      <PageState doc={doc} whom={whom} note={note} />
      {ruler}
      <Paper label={t("summary.page")}>
        <Sheet head={head} parts={parts} kept={kept} note={note} size={size} />
      </Paper>
      <CodeToScan whom={whom} />
    </div>
  );
}

function Tools({ whom }: { whom: string }) {
  const opened = useOpened();
  const visit = visitEntries.find(opened.doc, whom);
  if (visit === null && whom !== anyDoctor) return null;
  const textOf = () => plainText(headOf(opened.doc, visit, today()), contentsOf(opened.doc, whom, today()));
  return <PaperTools textOf={textOf} />;
}

// The summary as text to share or copy: all of it, because a message has no page to fit. Pure.
export function plainText(
  { title, lines, isHelped, entered, sendReport }: SheetHead,
  parts: readonly SheetPart[],
): string {
  const sections = parts.map(({ section, entries }) => {
    const told = section === "happened" ? [...entries].reverse() : entries;
    const words = told.map(({ day, words }) => `- ${day === undefined ? "" : `${briefDay(day)}: `}${words}`);
    return [sectionTitle(section, isHelped), ...words].join("\n");
  });
  const end = [entered, sendReport ? t("sheet.sendReport") : ""].filter(Boolean).join(" ");
  return [[title, ...lines].join("\n"), ...sections, end].join("\n\n");
}
