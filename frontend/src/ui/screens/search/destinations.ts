// The places of the app that a search finds, each under the name used in links to it: first those whose name matches,
// then the tools of the best matching card, which knows more of the words that people use. Pure.
import type { GuideCard } from "../../../content/bundle";
import { type Spelling, searchOver } from "../../../content/search";
import { isKeyOf, messagesFrom } from "../../../i18n";
import guideWords from "../../../i18n/en/guide.json";
import journalWords from "../../../i18n/en/journal.json";
import moreWords from "../../../i18n/en/more.json";
import searchWords from "../../../i18n/en/search.json";
import { namedTools } from "../guide/tools";

const t = messagesFrom(guideWords, journalWords, moreWords, searchWords);

const MOST_DESTINATIONS = 3;

export type Destination = { href: string; title: string; detail?: string; name: string };

/** Returns a function that finds places by a query and the best matching card, if there is one. */
export function destinationSearch(spelling: Spelling): (query: string, card: GuideCard | undefined) => Destination[] {
  const all = destinations();
  const called = searchOver(
    all,
    ({ title, detail = "", name }) => ({ title, words: wordsOf(name), summary: detail }),
    spelling,
  );
  return (query, card) => {
    const toolsOfCard = (card?.do ?? []).flatMap(({ screen }) => all.filter(({ name }) => name === screen));
    return [...new Set([...called(query), ...toolsOfCard])].slice(0, MOST_DESTINATIONS);
  };
}

function destinations(): Destination[] {
  return [
    ...namedTools.map(([name, href]) => ({ name, href, title: t(`guide.open.${name}`) })),
    { name: "new-note", href: "/journal/note/new", title: t("journal.write") },
    { name: "deleted", href: "/journal/deleted", title: t("journal.deleted") },
    { name: "cases", href: "/cases", title: t("more.cases"), detail: t("more.casesDetail") },
    { name: "phones", href: "/more/phones", title: t("more.phones"), detail: t("more.phonesDetail") },
    { name: "country", href: "/more/country", title: t("more.country") },
    { name: "display", href: "/more/display", title: t("more.display"), detail: t("more.displayDetail") },
    { name: "storage", href: "/more/storage", title: t("more.storage") },
    { name: "about", href: "/more/about", title: t("more.about"), detail: t("more.aboutDetail") },
  ];
}

/** Further words that people use for a place, where neither its name nor the cards have them. */
function wordsOf(name: string): string {
  const key = `destinationWords.${name}`;
  return isKeyOf(searchWords, key) ? t(key) : "";
}
