// What was written down at the visit and can go into the opinion: answers that are not in it yet, quick notes, and
// answers beside the rows that may belong in one. Choosing a place is enough; nothing is typed again.

import { Plus } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { OpenCase } from "../../../cases/documents/book";
import { foldDrawn, movable, type Piece, putUnder, undrawn } from "../../../domain/opinions/opinionDraft";
import { type Opinion, type OpinionPart, opinionParts } from "../../../domain/opinions/opinionEntries";
import { messagesFrom } from "../../../i18n";
import opinionsWords from "../../../i18n/en/opinions.json";
import { Fold } from "../../components/fold";
import { Select } from "../../components/select";
import { Button } from "../../start/components/button";
import { useOpened } from "../../start/useCase";
import "./fromVisit.css";

const t = messagesFrom(opinionsWords);

type Props = { opinion: Opinion };

/** Renders nothing if the opinion has all of its visit, or no visit. The screen above renders again on changes. */
export function FromVisit({ opinion }: Props) {
  const opened = useOpened();
  const { doc, writer } = opened;
  useFoldedOnce(opened, opinion);
  const beside = movable(doc, opinion);
  const out = undrawn(doc, opinion);
  const answers = out.filter(({ part }) => part !== null);
  if (beside.length + out.length === 0) return null;
  const putAll = () => {
    for (const piece of answers) putUnder(doc, writer, opinion.id, piece, piece.part ?? "more");
  };
  return (
    <Fold heading={t("opinions.fromVisit")} detail={t("opinions.pieces", { count: beside.length + out.length })}>
      <p>{t("opinions.fromVisitWhy")}</p>
      {answers.length > 0 && (
        <Button look="quiet" icon={Plus} onClick={putAll}>
          {t("opinions.putAll", { count: answers.length })}
        </Button>
      )}
      {[...beside, ...out].map((piece) => (
        <PieceOfVisit
          key={piece.id}
          piece={piece}
          part={beside.includes(piece) ? "more" : ""}
          onPut={(part) => putUnder(doc, writer, opinion.id, piece, part)}
        />
      ))}
    </Fold>
  );
}

type PieceProps = { piece: Piece; part: OpinionPart | ""; onPut: (part: OpinionPart) => void };

function PieceOfVisit({ piece, part, onPut }: PieceProps) {
  const parts = opinionParts.map((value) => ({ value, label: partName(value) }));
  const options = part === "" ? [{ value: "" as const, label: t("opinions.putNowhere") }, ...parts] : parts;
  return (
    <div class="visit-piece">
      <p class="visit-piece-words" dir="auto">
        {piece.text}
      </p>
      <Select<OpinionPart | "">
        label={t("opinions.putUnder")}
        options={options}
        value={part}
        onChoose={(chosen) => chosen !== "" && onPut(chosen)}
      />
    </div>
  );
}

export function partName(part: OpinionPart): string {
  return part === "more" ? t("opinions.more") : t(`opinions.rows.${part}`);
}

/** On opening the page, not while someone is writing on it. */
function useFoldedOnce({ doc }: OpenCase, opinion: Opinion): void {
  useEffect(() => foldDrawn(doc, opinion), [doc, opinion.id]);
}
