// The one-page summary for one doctor: the page to read, to show, to print, to send. What the patient adds and chooses is
// behind Edit.

import { caseText, editCaseText } from "../../../domain/case/document";
import { helping } from "../../../domain/helping/helping";
import { anyDoctor } from "../../../domain/summary/summary";
import { type Visit, visitEntries } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import summaryWords from "../../../i18n/en/summary.json";
import { CaseScreen } from "../../components/caseScreen";
import { HandOver } from "../../components/handOver";
import { Paper, PaperTools } from "../../components/paper";
import { TextArea } from "../../components/textField";
import { useView } from "../../components/view";
import { EntryGone } from "../../entries/entryEnd";
import { Done } from "../../entries/entryPage";
import { useTitle } from "../../entries/useTitle";
import { AfterPaint } from "../../start/components/afterPaint";
import { today } from "../../start/localNow";
import { goUp, type Params } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { briefDay } from "../../text/settled";
import { NameAndBirth } from "../letters/nameAndBirth";
import { CodeToScan } from "./codeToScan";
import { contentsOf, type SheetPart } from "./contents";
import { cutWords } from "./cutWords";
import { headOf } from "./head";
import { laidOut } from "./layout";
import { usePageFit } from "./measure";
import { OnThePage } from "./onThePage";
import { PageState } from "./pageState";
import { sectionTitle } from "./sectionTitle";
import { Sheet, type SheetHead } from "./sheet";

const t = messagesFrom(summaryWords);

type Props = { whom: string; visit: Visit | null };

export function SummaryPage({ params }: { params: Params }) {
  const whom = params.id ?? anyDoctor;
  const view = useView();
  const titles = useTitle(t("summary.title"), visitEntries, whom);
  const back = `/case/summary/${whom}`;
  if (view === "show") {
    return (
      <HandOver title={titles.documentTitle} back={back}>
        <InLarge whom={whom} />
      </HandOver>
    );
  }
  if (view === "edit") {
    return (
      <CaseScreen key={view} {...titles} back={back} dock={<Done onDone={() => goUp(back)} />} wide>
        <div class="columns">
          <div class="stack">
            <WhyHere />
            <OnThePage whom={whom} />
            <NameAndBirth />
          </div>
          <div class="only-wide">
            <Chosen whom={whom} />
          </div>
        </div>
      </CaseScreen>
    );
  }
  return (
    <CaseScreen {...titles} back="/case/summary" dock={<Tools whom={whom} />} wide>
      <Chosen whom={whom} />
    </CaseScreen>
  );
}

function Chosen({ whom }: { whom: string }) {
  const opened = useOpened();
  const visit = visitEntries.find(opened.doc, whom);
  if (visit === null && whom !== anyDoctor) return <EntryGone kind="visits" id={whom} />;
  return <AfterPaint>{() => <OnePage whom={whom} visit={visit} />}</AfterPaint>;
}

/** The same, whole, in large letters: a screen has no page to fit. */
function InLarge({ whom }: { whom: string }) {
  const { doc } = useOpened();
  return (
    <>
      {contentsOf(doc, whom, today()).map(({ section, entries }) => (
        <section key={section}>
          <h2>{sectionTitle(section, helping(doc) !== null)}</h2>
          <ul class="show-list">
            {entries.map(({ id, day, words }) => (
              <li key={id} dir="auto">
                {day !== undefined && <strong>{briefDay(day)}</strong>}
                <span>{words}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
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
  return <PaperTools edit="?edit" show="?show" textOf={textOf} />;
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
