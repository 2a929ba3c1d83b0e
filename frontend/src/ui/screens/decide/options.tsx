// The options, each with benefits and harms side by side in the same size, and a bar for how much each point matters.
// They are listed in the order in which they were written down; waiting is always there.

import { Plus } from "lucide-preact";
import type { OpenCase } from "../../../cases/documents/book";
import {
  addAdvice,
  adviceToAdd,
  optionEntries,
  type Point,
  pointsOf,
  type ShownOption,
  type Side,
  shownOptions,
  sides,
} from "../../../domain/decide/options";
import { type Opinion, opinionEntries } from "../../../domain/opinions/opinionEntries";
import { messagesFrom } from "../../../i18n";
import decideWords from "../../../i18n/en/decide.json";
import { AddInPlace, useAdding } from "../../components/addInPlace";
import { shownText } from "../../entries/entryNames";
import { doctorOfOpinion } from "../../entries/opinionNames";
import { Button, ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { isolated } from "../../start/isolate";
import { useOpened } from "../../start/useCase";
import { optionAddress, optionName } from "./optionNames";
import "./options.css";

const t = messagesFrom(decideWords);
/** Advice longer than this is no name: it stays in the opinion, and the option is named after the doctor. */
const LETTERS_OF_A_NAME = 80;

export function Options() {
  const { doc } = useOpened();
  const adding = useAdding(optionEntries, "name");
  const shown = shownOptions(doc).filter(({ id }) => id !== adding.id);
  const cards = (isWaiting: boolean) =>
    shown
      .filter((option) => option.isWaiting === isWaiting)
      .map((option) => <OptionCard key={option.id} option={option} />);
  return (
    <section class="stack">
      <p class="quiet">{t("decide.optionsHint")}</p>
      <Advice />
      {cards(false)}
      <AddInPlace adding={adding} label={t("decide.addOption")} />
      {cards(true)}
      <p class="quiet">{t("decide.picture")}</p>
    </section>
  );
}

function Advice() {
  const { doc, writer } = useOpened();
  const add = (opinion: Opinion) => addAdvice(doc, writer, opinion, adviceName(doc, opinion));
  return (
    <>
      {adviceToAdd(doc).map((opinion) => (
        <Button key={opinion.id} look="quiet" icon={Plus} onClick={() => add(opinion)}>
          {t("decide.addAdvice", { who: isolated(doctorOfOpinion(doc, opinion)) })}
        </Button>
      ))}
    </>
  );
}

function OptionCard({ option }: { option: ShownOption }) {
  const opened = useOpened();
  const name = optionName(option);
  const from = opinionEntries.find(opened.doc, option.entry?.opinion.value ?? "");
  return (
    <Card heading={<bdi>{name}</bdi>}>
      {from && <p class="quiet">{t("decide.advisedBy", { who: isolated(doctorOfOpinion(opened.doc, from)) })}</p>}
      {option.isWaiting && <p class="quiet">{t("decide.waitingNote")}</p>}
      <div class="weighed">
        {sides.map((side) => (
          <SideOf key={side} side={side} points={pointsOf(opened.doc, option, side)} />
        ))}
      </div>
      <ButtonLink look="quiet" href={optionAddress(option)}>
        {t("decide.edit")}
        <bdi class="hidden-but-read">{name}</bdi>
      </ButtonLink>
    </Card>
  );
}

function SideOf({ side, points }: { side: Side; points: readonly Point[] }) {
  return (
    <section class="weighed-side">
      <h3>{t(`decide.sides.${side}`)}</h3>
      {points.length === 0 && <p class="quiet">{t("decide.noPoints")}</p>}
      {points.length > 0 && (
        <ul class="weighed-points">
          {points.map((point) => (
            <li key={point.id}>
              <p class="weighed-words" dir="auto">
                {shownText(point.words)}
              </p>
              <Bar point={point} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Bar({ point: { matters } }: { point: Point }) {
  const told = [matters.value, ...matters.others];
  return (
    <p class="weighed-bar">
      <span class={`bar bar-${matters.value || "none"}`} aria-hidden="true" />
      <span class="quiet">{told.map((weight) => t(`point.mattersValues.${weight || "none"}`)).join(" · ")}</span>
    </p>
  );
}

function adviceName(doc: OpenCase["doc"], opinion: Opinion): string {
  const said = opinion.recommended.replace(/\s+/g, " ").trim();
  return said.length <= LETTERS_OF_A_NAME ? said : t("decide.adviceOf", { who: doctorOfOpinion(doc, opinion) });
}
