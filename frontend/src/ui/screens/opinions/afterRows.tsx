// After the last row: what goes back to the first doctor, that two opinions can both be sound, what one doctor had and
// the other had not, and, when the patient finds them far apart, that some people ask a third. None of it presses them.
import { ListPlus } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { OpenCase } from "../../../cases/documents/book";
import { type Comparison, comparison, countsOf, mayAskThird } from "../../../domain/opinions/comparison";
import type { Opinion } from "../../../domain/opinions/opinionEntries";
import { firstDoctorsName, visitBehind } from "../../../domain/opinions/opinions";
import type { SeenItem } from "../../../domain/seen/seenItems";
import { inputsDiffer } from "../../../domain/seen/seenNotes";
import { messagesFrom } from "../../../i18n";
import compareWords from "../../../i18n/en/compare.json";
import { doctorOfOpinion } from "../../entries/opinionNames";
import { Button, ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { isolated } from "../../start/isolate";
import { useOpened } from "../../start/useCase";
import { DecideByLine, DecideByWords } from "../decideBy/decideByLine";
import { Mirror } from "./mirror";
import { MyList } from "./myList";
import { foldRaised, makeList, pointsToRaise } from "./raising";

const t = messagesFrom(compareWords);

type Props = { compared: Comparison };

export function AfterRows({ compared }: Props) {
  const opened = useOpened();
  useEffect(() => foldRaised(opened.doc, compared));
  return (
    <div class="columns">
      <div class="stack">
        <MyList compared={compared} />
        <BothSound compared={compared} />
      </div>
      <div class="stack">
        <Inputs compared={compared} />
        <Third compared={compared} />
        <Mirror />
        {!mayAskThird(compared) && <DecideByLine />}
      </div>
    </div>
  );
}

/** Renders nothing once every point is among the questions. */
export function MakeList() {
  const opened = useOpened();
  const compared = comparison(opened.doc);
  if (compared === null || pointsToRaise(opened.doc, compared).every(({ isAsked }) => isAsked)) return null;
  const who = firstDoctorsName(opened.doc);
  return (
    <Button icon={ListPlus} onClick={() => makeList(opened, compared)}>
      {who === "" ? t("compare.makeListFirst") : t("compare.makeList", { who: isolated(who) })}
    </Button>
  );
}

function BothSound({ compared }: Props) {
  const opened = useOpened();
  return (
    <Card heading={t("compare.bothSound")}>
      <p>{t("compare.bothSoundWhy")}</p>
      {compared.later.map(({ opinion, rows }) => {
        const { same, partly, different, "not-said": notSaid } = countsOf(rows);
        const who = isolated(doctorOfOpinion(opened.doc, opinion));
        if (same + partly + different + notSaid === 0) return null;
        return (
          <p key={opinion.id} class="quiet">
            {t("compare.counts", { who, same, partly, different, notSaid })}
          </p>
        );
      })}
      <ButtonLink look="plain" href="/guide/card/A2">
        {t("compare.bothSoundCard")}
      </ButtonLink>
    </Card>
  );
}

/** What the notes say, and a request to complete them: an empty box proves nothing. Nothing without a note. */
function Inputs({ compared }: Props) {
  const opened = useOpened();
  const lines = compared.later.flatMap(({ opinion }) => linesOf(opened, compared.first, opinion));
  if (lines.length === 0) return null;
  return (
    <Card heading={t("compare.inputs")}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{t("compare.inputsTick")}</p>
      <ButtonLink look="plain" href="/case/seen">
        {t("compare.inputsOpen")}
      </ButtonLink>
    </Card>
  );
}

function Third({ compared }: Props) {
  if (!mayAskThird(compared)) return null;
  return (
    <Card heading={t("compare.third")}>
      <p>{t("compare.thirdText")}</p>
      <p>{t("compare.thirdDate")}</p>
      <DecideByWords />
      <ButtonLink look="plain" href="/case/doctors">
        {t("compare.thirdDoctors")}
      </ButtonLink>
      <ButtonLink look="plain" href="/guide/card/A3">
        {t("compare.thirdCard")}
      </ButtonLink>
    </Card>
  );
}

function linesOf({ doc }: OpenCase, first: Opinion, later: Opinion): string[] {
  const { onlyFirst, onlySecond } = inputsDiffer(doc, visitBehind(doc, first), visitBehind(doc, later));
  const line = (opinion: Opinion, items: readonly SeenItem[]) =>
    items.length === 0
      ? []
      : [
          t("compare.inputsOnly", {
            who: isolated(doctorOfOpinion(doc, opinion)),
            items: items.map(nameOf).join(", "),
          }),
        ];
  return [...line(first, onlyFirst), ...line(later, onlySecond)];
}

function nameOf({ kind, name }: SeenItem): string {
  return name === "" ? t(`compare.items.${kind}`) : isolated(name);
}
