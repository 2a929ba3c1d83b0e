// One option: its name, its possible benefits and harms, each with how much it matters. Waiting is always an option,
// even before anyone has written about it, and cannot be deleted.

import { Plus } from "lucide-preact";
import type { CaseDoc } from "../../../domain/case/document";
import {
  addPoint,
  type CareOption,
  optionEntries,
  pointEntries,
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
import { fieldsOf } from "../../components/fields";
import { DeleteEntry, EntryGone } from "../../entries/entryEnd";
import { addressOf } from "../../entries/entryNames";
import { doctorOfOpinion } from "../../entries/opinionNames";
import { useNothingLeftBehind } from "../../entries/useEntry";
import { useTitle } from "../../entries/useTitle";
import { Button, ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { isolated } from "../../start/isolate";
import type { Params } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { PointForm } from "./pointForm";

const t = messagesFrom(decideWords);
const Field = fieldsOf(optionEntries, decideWords, "decide");

type Props = { option: ShownOption };

export function OptionPage({ params }: { params: Params }) {
  const id = params.id ?? "";
  const titles = useTitle(t("decide.one"), optionEntries, id);
  return (
    <CaseScreen {...titles} back="/case/decide/options" wide>
      <OptionForm id={id} />
    </CaseScreen>
  );
}

function OptionForm({ id }: { id: string }) {
  const opened = useOpened();
  useNothingLeftBehind(optionEntries, id, isWorthKeeping);
  const option = shownOption(opened.doc, id);
  if (option === null) return <EntryGone kind="options" id={id} />;
  return (
    <div class="stack">
      {option.isWaiting ? <Waiting /> : <Name option={option} />}
      <div class="columns">
        {sides.map((side) => (
          <SideForm key={side} option={option} side={side} />
        ))}
      </div>
      {!option.isWaiting && <DeleteEntry kind="options" id={option.id} up="/case/decide/options" />}
    </div>
  );
}

function Name({ option }: Props) {
  const opened = useOpened();
  const { entry } = option;
  if (entry === null) return null;
  const from = opinionEntries.find(opened.doc, entry.opinion.value);
  return (
    <>
      <Field of={entry} name="name" comesFirst />
      {from && (
        <ButtonLink look="plain" href={addressOf("opinions", from.id)}>
          {t("decide.openOpinion", { who: isolated(doctorOfOpinion(opened.doc, from)) })}
        </ButtonLink>
      )}
    </>
  );
}

function Waiting() {
  const opened = useOpened();
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

function SideForm({ option, side }: Props & { side: Side }) {
  const opened = useOpened();
  return (
    <section class="stack">
      <h2>{t(`decide.sides.${side}`)}</h2>
      {pointsOf(opened.doc, option, side).map((point, at) => (
        <PointForm key={point.id} point={point} number={at + 1} />
      ))}
      <Button look="quiet" icon={Plus} onClick={() => addPoint(opened.doc, opened.writer, option, side)}>
        {t(`decide.addPoint.${side}`)}
      </Button>
    </section>
  );
}

/** An option with points is kept even while it has no name. */
function isWorthKeeping({ id }: CareOption, doc: CaseDoc): boolean {
  const option = shownOption(doc, id);
  if (option === null || option.isWaiting) return true;
  return sides.some((side) => pointsOf(doc, option, side).some((point) => !pointEntries.isBlank(point)));
}
