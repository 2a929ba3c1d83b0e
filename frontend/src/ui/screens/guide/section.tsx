// One section of the guide: its cards, each with the one sentence that says whether to open it.
import "../../../i18n/words/guide";
import { t } from "../../../i18n";
import { LinkRow, Rows } from "../../components/rows";
import { Screen } from "../../components/screen";
import type { Places } from "../../route";
import { GuideGate, useBundle } from "../../useLibrary";
import { NotHere } from "../notHere";
import { CardsNotRead } from "./notRead";
import { Rights } from "./rights";

export function GuideSection({ places }: { places: Places }) {
  const bundle = useBundle();
  const section = bundle?.sections.find(({ id }) => id === places.id);
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
