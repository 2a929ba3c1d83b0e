// The shelf: the papers of the case, each with what is on it, then every other tool. From here each is one tap away.
import { factsOf } from "../../../domain/journey/facts";
import { messagesFrom } from "../../../i18n";
import papersWords from "../../../i18n/en/papers.json";
import { CaseScreen } from "../../components/caseScreen";
import { LinkRow, Rows } from "../../start/components/rows";
import { localNow } from "../../start/localNow";
import { useOpened } from "../../start/useCase";
import { useAnswerTimeOfCountry } from "../../start/useLibrary";
import { papersOn, toolsOn } from "./shelf";

const t = messagesFrom(papersWords);

export function Papers() {
  return (
    <CaseScreen title={t("papers.title")} tab="page" wide>
      <Shelf />
    </CaseScreen>
  );
}

export function Shelf() {
  const { doc } = useOpened();
  const facts = factsOf(doc, localNow(), useAnswerTimeOfCountry());
  return (
    <div class="columns">
      <div>
        <p class="quiet">{t("papers.why")}</p>
        <Rows label={t("papers.title")}>
          {papersOn(doc, facts).map((one) => (
            <LinkRow key={one.href} {...one} />
          ))}
        </Rows>
      </div>
      <section>
        <h2>{t("papers.more")}</h2>
        <Rows>
          {toolsOn(facts).map((one) => (
            <LinkRow key={one.href} {...one} />
          ))}
        </Rows>
      </section>
    </div>
  );
}
