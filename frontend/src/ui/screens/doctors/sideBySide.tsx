// The doctors side by side: one column per doctor, one row per fact, in the order of writing. What nobody has found out
// yet is shown as plainly as what is known. Must not rate, count or colour a fact.
import { type ComparedFact, comparedFacts, type Doctor, doctors } from "../../../domain/doctors/doctors";
import { messagesFrom } from "../../../i18n";
import doctorsWords from "../../../i18n/en/doctors.json";
import { callHref, mapHref } from "../../components/callAndMap";
import { CaseScreen } from "../../components/caseScreen";
import { useOneColumn } from "../../components/oneColumn";
import { addressOf } from "../../entries/entryNames";
import { useCaseValue } from "../../start/useCase";
import { doctorName, factText } from "./factText";
import "./sideBySide.css";

const t = messagesFrom(doctorsWords);

export function SideBySide() {
  return (
    <CaseScreen title={t("doctors.table")} back="/case/doctors" wide>
      <Table />
    </CaseScreen>
  );
}

function Table() {
  const all = useCaseValue(doctors);
  const { picker, classOf } = useOneColumn(all.map(doctorName));
  if (all.length < 2) return <p>{t("doctors.tableNone")}</p>;
  return (
    <div class="stack">
      <p class="quiet">{t("doctors.noOrder")}</p>
      {picker}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="side-by-side" aria-label={t("doctors.table")} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("doctors.fact")}</th>
              {all.map((one, at) => (
                <th key={one.id} scope="col" class={classOf(at)}>
                  <a href={addressOf("doctors", one.id)}>
                    <bdi>{doctorName(one)}</bdi>
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {comparedFacts.map((fact) => (
              <tr key={fact}>
                <th scope="row">{t(`doctors.facts.${fact}`)}</th>
                {all.map((one, at) => (
                  <td key={one.id} class={classOf(at)}>
                    <Known words={factText(one, fact)} href={hrefOf(fact, factText(one, fact))} />
                  </td>
                ))}
              </tr>
            ))}
            <Notes all={all} classOf={classOf} />
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Known({ words, href }: { words: string; href: string | null }) {
  if (words === "") return <span class="quiet">{t("doctors.notKnown")}</span>;
  const said = <bdi>{words}</bdi>;
  return href === null ? said : <a href={href}>{said}</a>;
}

function hrefOf(fact: ComparedFact, words: string): string | null {
  if (fact === "phone") return callHref(words);
  return fact === "place" ? mapHref(words, navigator.userAgent) : null;
}

/** Free notes; the row exists only when someone wrote some. */
function Notes({ all, classOf }: { all: readonly Doctor[]; classOf: (column: number) => string }) {
  if (all.every(({ notes }) => notes.trim() === "")) return null;
  return (
    <tr>
      <th scope="row">{t("doctors.notes")}</th>
      {all.map(({ id, notes }, at) => (
        <td key={id} class={`side-by-side-notes ${classOf(at)}`} dir="auto">
          {notes}
        </td>
      ))}
    </tr>
  );
}
