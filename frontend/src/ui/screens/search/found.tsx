// What was found, by where it is: a place of the app, an entry of the case, a card of the guide. Searches after a short
// pause in typing, so that typing is never slowed down.
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { GuideCard } from "../../../content/bundle";
import { plainText } from "../../../content/plainText";
import { guideSearch, searchOver } from "../../../content/search";
import type { CaseDoc } from "../../../domain/case/document";
import { entriesToSearch, type Hit, searchCase } from "../../../domain/case/search";
import { messagesFrom } from "../../../i18n";
import entriesWords from "../../../i18n/en/entries.json";
import frameWords from "../../../i18n/en/frame.json";
import searchWords from "../../../i18n/en/search.json";
import * as spelling from "../../../i18n/folding";
import { Said } from "../../components/said";
import { addressOf } from "../../entries/entryNames";
import { LinkRow } from "../../start/components/rows";
import { useServices } from "../../start/services";
import { useBundle } from "../../start/useLibrary";
import { excerpt } from "../../text/excerpt";
import { destinationSearch } from "./destinations";
import { Group } from "./group";

const t = messagesFrom(entriesWords, frameWords, searchWords);

const REST_MS = 150;
const NO_CASE: CaseHits = { hits: [], comeClose: false };

export function Found({ query, nothing }: { query: string; nothing: ComponentChildren }) {
  const rested = useRested(query.trim());
  const { destinations, mine, cards, isAllThere } = useFinds(rested);
  const count = destinations.length + mine.hits.length + cards.length;
  const isLooking = rested !== "";
  const positionIn = positionOf(rested);
  return (
    <>
      <p class="quiet" role="status">
        {isLooking && (count > 0 ? t("search.found", { count }) : isAllThere && t("search.nothing"))}
      </p>
      {isLooking && count === 0 && isAllThere && nothing}
      <Group key={`destinations ${rested}`} heading={t("search.destinations")} found={destinations}>
        {(one) => <LinkRow key={one.href} href={one.href} title={one.title} detail={one.detail} />}
      </Group>
      <Group
        key={`case ${rested}`}
        heading={t("search.case")}
        {...(mine.comeClose && { note: t("search.caseNear") })}
        found={mine.hits}
      >
        {(hit) => (
          <LinkRow
            key={hit.id}
            href={addressOf(hit.kind, hit.id)}
            title={<Said text={hit.text} positionIn={positionIn} />}
            detail={t(`entryKind.kinds.${hit.kind}`)}
          />
        )}
      </Group>
      <Group key={`guide ${rested}`} heading={t("search.guide")} found={cards}>
        {(card) => (
          <LinkRow
            key={card.id}
            href={`/guide/card/${card.id}`}
            title={card.title}
            detail={detailOf(card, positionIn)}
          />
        )}
      </Group>
      <GuideNotHere />
    </>
  );
}

function useFinds(query: string) {
  const { openCase, library } = useServices();
  const current = openCase.value;
  const opened = current.state === "open" ? current.opened : null;
  const bundle = useBundle();
  const searchDestinations = useMemo(() => destinationSearch(spelling), []);
  const searchGuide = useMemo(() => bundle && guideSearch(bundle, spelling), [bundle]);
  const cards = useMemo(() => searchGuide?.(query) ?? [], [searchGuide, query]);
  return {
    destinations: useMemo(() => searchDestinations(query, cards[0]), [searchDestinations, query, cards]),
    mine: useMemo(() => (opened ? caseHits(opened.doc, query) : NO_CASE), [opened, query]),
    cards,
    isAllThere: current.state !== "opening" && (bundle !== null || library.state() !== "loading"),
  };
}

function GuideNotHere() {
  const { library } = useServices();
  const bundle = useBundle();
  return bundle ? null : <p>{t(library.state() === "loading" ? "library.loading" : "library.absent")}</p>;
}

type PositionIn = (text: string) => number;

function positionOf(query: string): PositionIn {
  const words = spelling.soughtWords(query);
  const forms = [...words, ...words.map(spelling.stem)];
  return (text) => spelling.positionOfWord(text, forms);
}

/** The line below a card's title: its summary, or the part of its text that contains the word. */
function detailOf(card: GuideCard, positionIn: PositionIn): string {
  const body = plainText(card.body_html);
  if (positionIn(card.title) >= 0 || positionIn(card.summary) >= 0 || positionIn(body) < 0) return card.summary;
  return excerpt(body, positionIn);
}

function useRested(query: string): string {
  const [rested, setRested] = useState(query);
  useEffect(() => {
    const timer = setTimeout(() => setRested(query), REST_MS);
    return () => clearTimeout(timer);
  }, [query]);
  return rested;
}

// What a query finds in the case: entries with all its words; if there are none, entries that come close.
export type CaseHits = { hits: Hit[]; comeClose: boolean };

// Few enough entries to compare between two key presses on a slow phone.
const MOST_WEIGHED = 500;

export function caseHits(doc: CaseDoc, query: string): CaseHits {
  const hits = searchCase(doc, query, spelling);
  if (hits.length > 0) return { hits, comeClose: false };
  const newest = entriesToSearch(doc).slice(0, MOST_WEIGHED);
  return { hits: searchOver(newest, ({ text }) => ({ title: text }), spelling)(query), comeClose: true };
}
