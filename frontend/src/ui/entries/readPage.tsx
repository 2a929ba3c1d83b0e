// An entry as a page to read: its name as the title, its facts on a sheet, what belongs to it below, and what can be
// done with it in the dock: Edit, Show, Print, Share. Nothing can be typed here, but of two values one can be chosen.
import type { ComponentChildren } from "preact";
import type { Read } from "../../domain/case/defineKind";
import type { Shape } from "../../domain/case/fields";
import { CaseScreen } from "../components/caseScreen";
import { Disputed, Facts, type FactWords } from "../components/facts";
import { HandOver } from "../components/handOver";
import { Paper, PaperTools } from "../components/paper";
import { useView } from "../components/view";
import { excerpt } from "../text/excerpt";
import { addressOf, shownText } from "./entryNames";

export type PageOf<S extends Shape> = {
  words: FactWords<S>;
  name: string;
  /** Fields that the title, or something else on the page, says already. */
  without?: readonly (keyof S & string)[];
  /** The sheet, where facts alone do not say it. */
  sheet?: ComponentChildren;
  /** The sheet is complete by itself, as a letter is. */
  isWithoutTitle?: boolean;
  /** Above and below the sheet; not printed. */
  above?: ComponentChildren;
  below?: ComponentChildren;
  /** The main thing to do with it now. */
  main?: ComponentChildren;
  /** What is held out to somebody, if it is more than this sheet. */
  showAt?: string;
  isKeptAsItWas?: boolean;
};
type Props<S extends Shape> = {
  title: string;
  up: string;
  entry: Read<S>;
  page: PageOf<S>;
  wide?: boolean;
};

export function ReadPage<S extends Shape>({ title, up, entry, page, ...frame }: Props<S>) {
  const { words, without = [], showAt = "?show", isKeptAsItWas = false, isWithoutTitle = false } = page;
  // A name too long for a title stands whole among the facts.
  const name = excerpt(shownText(page.name));
  const isWhole = name === shownText(page.name);
  const sheet = page.sheet ?? <Facts of={entry} words={words} without={isWhole ? without : []} />;
  if (useView() === "show") {
    return (
      <HandOver title={title} back={addressOf(words.kind.kind, entry.id)}>
        {!isWithoutTitle && <h2 dir="auto">{name}</h2>}
        {sheet}
      </HandOver>
    );
  }
  const dock = (
    <>
      {page.main}
      <PaperTools edit={isKeptAsItWas ? null : "?edit"} show={showAt} />
    </>
  );
  return (
    <CaseScreen {...frame} title={name} kicker={title} documentTitle={title} back={up} dock={dock}>
      <div class="stack">
        {page.above}
        <Disputed of={entry} words={words} />
        <Paper label={title} isTitled={!isWithoutTitle}>
          {sheet}
        </Paper>
        {page.below}
      </div>
    </CaseScreen>
  );
}
