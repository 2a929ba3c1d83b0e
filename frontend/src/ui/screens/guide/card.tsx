// One card of the guide: what it means for me, what to do now, where it comes from, what could not be verified.
import { useMemo } from "preact/hooks";
import type { Bundle, GuideCard } from "../../../content/bundle";
import { wordsExplained } from "../../../content/glossary";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import guideWords from "../../../i18n/en/guide.json";
import { Card } from "../../start/components/card";
import { LinkRow, Rows } from "../../start/components/rows";
import { Screen } from "../../start/components/screen";
import type { Params } from "../../start/router";
import { GuideGate, useBundle } from "../../start/useLibrary";
import { NotHere } from "../notHere";
import { CardNotRead } from "./notRead";
import { Prose } from "./prose";
import { Rights } from "./rights";
import { Sources } from "./sources";
import { ToDoList } from "./toDoList";
import "./card.css";

const t = messagesFrom(guideWords);

export function GuideCardScreen({ params }: { params: Params }) {
  const bundle = useBundle();
  const card = bundle?.cards.find(({ id }) => id === params.id);
  if (bundle && !card) return <NotHere />;
  const section = bundle?.sections.find(({ id }) => id === card?.section);
  const up = section ? `/guide/section/${section.id}` : "/guide";
  return (
    <Screen title={card?.title ?? t("guide.title")} back={up} kicker={section?.title ?? ""}>
      <GuideGate>{(loaded) => card && <CardBody bundle={loaded} card={card} />}</GuideGate>
    </Screen>
  );
}

function CardBody({ bundle, card }: { bundle: Bundle; card: GuideCard }) {
  const words = useMemo(() => wordsExplained(bundle, card), [bundle, card]);
  return (
    <article class="stack guide-card">
      <p class="guide-summary">{card.summary}</p>
      <CardNotRead card={card} />
      <Prose html={card.body_html} />
      {card.do.length > 0 && <ToDoList tasks={card.do} />}
      {card.section === "rights" && <Rights />}
      {words.length > 0 && (
        <Card heading={t("guide.words")}>
          <dl class="guide-words">
            {words.map(({ term, meaning }) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </Card>
      )}
      {card.unverified.length > 0 && (
        <Card heading={t("guide.unverified")}>
          {card.unverified.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Card>
      )}
      <Sources sources={card.sources} />
      <p class="quiet">{t("guide.reviewed", { date: dayText(card.reviewed_on) })}</p>
      <NextCard bundle={bundle} card={card} />
    </article>
  );
}

function NextCard({ bundle, card }: { bundle: Bundle; card: GuideCard }) {
  const section = bundle.sections.find(({ id }) => id === card.section);
  const at = section?.cards.indexOf(card.id) ?? -1;
  const next = bundle.cards.find(({ id }) => id === section?.cards[at + 1]);
  if (!section || !next) return null;
  return (
    <Rows>
      <LinkRow
        href={`/guide/card/${next.id}`}
        title={next.title}
        detail={t("guide.nextCard", { section: section.title })}
      />
    </Rows>
  );
}
