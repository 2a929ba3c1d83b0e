// The patient's own mark on one part of two opinions. Once set it is a chip; "Change" brings the choices back. "Not
// said" is offered where one side has no words, and only the patient sets it.

import { Pencil } from "lucide-preact";
import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CaseDoc } from "../../../domain/case/document";
import type { Compared, ComparedRow } from "../../../domain/opinions/comparison";
import type { Opinion, OpinionRow } from "../../../domain/opinions/opinionEntries";
import { setVerdict, type Verdict, verdicts } from "../../../domain/opinions/verdicts";
import { messagesFrom } from "../../../i18n";
import compareWords from "../../../i18n/en/compare.json";
import opinionsWords from "../../../i18n/en/opinions.json";
import { Chip } from "../../components/chip";
import { ConflictField } from "../../components/conflictField";
import { doctorOfOpinion } from "../../entries/opinionNames";
import { Icon } from "../../start/components/icon";
import { isolated } from "../../start/isolate";
import { useOpened } from "../../start/useCase";

const t = messagesFrom(compareWords, opinionsWords);

type Props = { first: Opinion; later: Compared; row: OpinionRow };

export function MarkOf({ first, later, row }: Props) {
  const opened = useOpened();
  const compared = later.rows.find((one) => one.row === row);
  const [isOpen, setOpen] = useState(false);
  const focus = useMovedFocus();
  if (compared === undefined) return null;
  const { sides, verdict } = compared;
  const label = t(`opinions.rows.${row}`);
  const choose = (next: Verdict) => {
    setVerdict(opened.doc, opened.writer, first.id, later.opinion.id, row, next);
    setOpen(false);
    if (next !== "") focus.moveTo("change");
  };
  if (sides === "none" && verdict.value === "") return null;
  if (verdict.others.length > 0) {
    return <ConflictField label={label} field={verdict} show={nameOf} onChoose={choose} />;
  }
  if (verdict.value === "" || isOpen) {
    const who = isolated(doctorOfOpinion(opened.doc, later.opinion));
    const legend = t("compare.markWith", { row: label, who, first: isolated(doctorOfOpinion(opened.doc, first)) });
    return <Choices legend={legend} compared={compared} onChoose={choose} pressed={focus.pressed} />;
  }
  return (
    <div class="mark">
      <Chip tone={isAttention(verdict.value) ? "attention" : "plain"}>
        <bdi>{markText(opened.doc, first, later.opinion, compared)}</bdi>
      </Chip>
      <button
        type="button"
        class="mark-change"
        aria-label={t("compare.changeOf", { row: label })}
        ref={focus.change}
        onClick={() => {
          setOpen(true);
          focus.moveTo("pressed");
        }}
      >
        <Icon of={Pencil} small />
        {t("compare.change")}
      </button>
    </div>
  );
}

/** The mark in words, or both marks while two phones disagree; "not said" names which of the two did not say it. */
export function markText(doc: CaseDoc, first: Opinion, later: Opinion, { sides, verdict }: ComparedRow): string {
  const silent = sides === "first-only" ? later : sides === "later-only" ? first : null;
  const words = [verdict.value, ...verdict.others].map((mark) =>
    mark === "not-said" && silent !== null
      ? t("compare.notSaidBy", { who: isolated(doctorOfOpinion(doc, silent)) })
      : nameOf(mark),
  );
  return words.join(" / ");
}

export function markIsOpen({ verdict }: ComparedRow): boolean {
  return verdict.value === "" && verdict.others.length === 0;
}

function Choices({
  legend,
  compared: { sides, verdict },
  onChoose,
  pressed,
}: {
  legend: string;
  compared: ComparedRow;
  onChoose: (verdict: Verdict) => void;
  pressed: RefObject<HTMLButtonElement | null>;
}) {
  const canBeNotSaid = sides !== "both" || verdict.value === "not-said";
  const offered = verdicts.filter((one) => one !== "not-said" || canBeNotSaid);
  return (
    <fieldset class="mark">
      <legend class="hidden-but-read">{legend}</legend>
      {offered.map((one) => (
        <button
          key={one}
          type="button"
          class="mark-choice"
          aria-pressed={one === verdict.value}
          ref={one === verdict.value ? pressed : null}
          onClick={() => onChoose(one === verdict.value ? "" : one)}
        >
          {t(`compare.choices.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** The button that was just pressed disappears: the focus goes to what replaces it. */
function useMovedFocus() {
  const change = useRef<HTMLButtonElement>(null);
  const pressed = useRef<HTMLButtonElement>(null);
  const wanted = useRef<"change" | "pressed" | null>(null);
  useLayoutEffect(() => {
    const target = wanted.current === "change" ? change.current : pressed.current;
    if (wanted.current === null || target === null) return;
    wanted.current = null;
    target.focus({ preventScroll: true });
  });
  const moveTo = (next: "change" | "pressed") => {
    wanted.current = next;
  };
  return { change, pressed, moveTo };
}

function isAttention(verdict: Verdict): boolean {
  return verdict === "different" || verdict === "not-said";
}

function nameOf(verdict: Verdict): string {
  return verdict === "" ? t("compare.unmarked") : t(`compare.verdicts.${verdict}`);
}
