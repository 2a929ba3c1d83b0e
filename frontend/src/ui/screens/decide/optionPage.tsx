// One way to go: its name, and what may be good and what may be bad about it, each with how much it matters. Waiting is here
// before anyone has written about it, and nobody can delete it.
import { Plus } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import type { CaseDoc } from "../../../domain/case/document";
import {
  addPoint,
  optionEntries,
  pointsOf,
  type ShownOption,
  type Side,
  shownOption,
  sides,
} from "../../../domain/decide/options";
import { opinionEntries, opinions } from "../../../domain/opinions/opinionEntries";
import { messagesFrom } from "../../../i18n";
import decideWords from "../../../i18n/en/decide.json";
import { CaseScreen } from "../../components/caseScreen";
import { RegisterField } from "../../components/registerField";
import { DeleteEntry, EntryGone } from "../../entries/entryEnd";
import { addressOf } from "../../entries/entryNames";
import { doctorOfOpinion } from "../../entries/opinionNames";
import { useNothingLeftBehind } from "../../entries/useEntry";
import { Button, ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { isolated } from "../../start/isolate";
import type { Params } from "../../start/route";
import { PointForm } from "./pointForm";

const t = messagesFrom(decideWords);

type Props = { opened: OpenCase; option: ShownOption };

export function OptionPage({ params }: { params: Params }) {
  return (
    <CaseScreen title={t("decide.one")} back="/case/decide" wide>
      {(opened) => <OptionForm opened={opened} id={params.id ?? ""} />}
    </CaseScreen>
  );
}

function OptionForm({ opened, id }: { opened: OpenCase; id: string }) {
  useNothingLeftBehind("options", id, (doc) => isWorthKeeping(doc, id));
  const option = shownOption(opened.doc, id);
  if (option === null) return <EntryGone kind="options" id={id} />;
  return (
    <div class="stack">
      {option.isWaiting ? <Waiting opened={opened} /> : <Name opened={opened} option={option} />}
      <div class="columns">
        {sides.map((side) => (
          <SideForm key={side} opened={opened} option={option} side={side} />
        ))}
      </div>
      {!option.isWaiting && <DeleteEntry kind="options" id={option.id} up="/case/decide" />}
    </div>
  );
}

function Name({ opened, option }: Props) {
  const { entry } = option;
  if (entry === null) return null;
  const from = opinionEntries.find(opened.doc, entry.opinion.value);
  return (
    <>
      <RegisterField
        label={t("decide.name")}
        hint={t("decide.nameHint")}
        field={entry.name}
        onWrite={(name) => optionEntries.set(opened.doc, opened.writer, entry.id, { name })}
        autoFocus={entry.name.value === ""}
      />
      {from && (
        <ButtonLink look="plain" href={addressOf("opinions", from.id)}>
          {t("decide.openOpinion", { who: isolated(doctorOfOpinion(opened.doc, from)) })}
        </ButtonLink>
      )}
    </>
  );
}

function Waiting({ opened }: { opened: OpenCase }) {
  const said = opinions(opened.doc).filter((opinion) => opinion.ifWait.trim() !== "");
  return (
    <>
      <h2>{t("decide.waiting")}</h2>
      <p>{t("decide.waitingNote")}</p>
      {said.length > 0 && (
        <Card heading={t("decide.waitingSaid")}>
          {said.map((opinion) => (
            <p key={opinion.id}>
              <strong>
                <bdi>{doctorOfOpinion(opened.doc, opinion)}</bdi>
              </strong>
              {": "}
              <bdi>{opinion.ifWait}</bdi>
            </p>
          ))}
        </Card>
      )}
    </>
  );
}

function SideForm({ opened, option, side }: Props & { side: Side }) {
  return (
    <section class="stack">
      <h2>{t(`decide.sides.${side}`)}</h2>
      {pointsOf(opened.doc, option, side).map((point, at) => (
        <PointForm key={point.id} opened={opened} point={point} number={at + 1} />
      ))}
      <Button look="quiet" icon={Plus} onClick={() => addPoint(opened.doc, opened.writer, option, side)}>
        {t(`decide.addPoint.${side}`)}
      </Button>
    </section>
  );
}

/** An option with points says something even while it has no name. */
function isWorthKeeping(doc: CaseDoc, id: string): boolean {
  const option = shownOption(doc, id);
  if (option === null || option.isWaiting || optionEntries.holdsWords(doc, id)) return true;
  return sides.some((side) => pointsOf(doc, option, side).some(({ words }) => words.trim() !== ""));
}
