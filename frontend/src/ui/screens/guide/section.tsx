// One section of the guide: its cards, each with one sentence that helps to decide whether to open it.
import { messagesFrom } from "../../../i18n";
import guideWords from "../../../i18n/en/guide.json";
import { LinkRow, Rows } from "../../start/components/rows";
import { Screen } from "../../start/components/screen";
import type { Params } from "../../start/router";
import { GuideGate, useBundle } from "../../start/useLibrary";
import { NotHere } from "../notHere";
import { CardsNotRead } from "./notRead";
import { Rights } from "./rights";

const t = messagesFrom(guideWords);

export function GuideSection({ params }: { params: Params }) {
  const bundle = useBundle();
  const section = bundle?.sections.find(({ id }) => id === params.id);
  if (bundle && !section) return <NotHere />;
  return (
    <Screen title={section?.title ?? t("guide.title")} back="/guide">
      <GuideGate>
        {({ cards }) => {
          const listed = section?.cards.flatMap((id) => cards.find((card) => card.id === id) ?? []) ?? [];
          return (
            <div class="stack">
              <CardsNotRead cards={listed} />
              <Rows>
                {listed.map((card) => (
                  <LinkRow key={card.id} href={`/guide/card/${card.id}`} title={card.title} detail={card.summary} />
                ))}
              </Rows>
              {section?.id === "rights" && <Rights />}
            </div>
          );
        }}
      </GuideGate>
    </Screen>
  );
}
