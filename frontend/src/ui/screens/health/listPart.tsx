// Illnesses and allergies on the health screen. Each is a list, a "none" with the day it was said, or "not recorded".

import { Plus } from "lucide-preact";
import type { ComponentChildren } from "preact";
import {
  type Answer,
  allergyEntries,
  allergyList,
  conditionEntries,
  conditionList,
  type NoneOf,
  setNone,
} from "../../../domain/health/health";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import healthWords from "../../../i18n/en/health.json";
import { Chip } from "../../components/chip";
import { addressOf, shownText } from "../../entries/entryNames";
import { Button, Buttons } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { navigate } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { settled } from "../../text/settled";
import { allergyDetail, conditionDetail } from "./lines";

const t = messagesFrom(healthWords);

type PartProps = {
  of: NoneOf;
  answer: Answer<{ id: string }>;
  rows: ComponentChildren;
  add: () => string;
};

export function ConditionPart() {
  const opened = useOpened();
  const answer = conditionList(opened.doc);
  const rows = answer.state === "listed" && (
    <Rows label={t("conditions.title")}>
      {answer.entries.map((one) => (
        <EntryRow key={one.id} of="conditions" id={one.id} title={settled(one.name)} detail={conditionDetail(one)} />
      ))}
    </Rows>
  );
  const add = () => conditionEntries.add(opened.doc, opened.writer);
  return <Part of="conditions" answer={answer} rows={rows} add={add} />;
}

export function AllergyPart() {
  const opened = useOpened();
  const answer = allergyList(opened.doc);
  const rows = answer.state === "listed" && (
    <Rows label={t("allergies.title")}>
      {answer.entries.map((one) => (
        <EntryRow key={one.id} of="allergies" id={one.id} title={settled(one.to)} detail={allergyDetail(one)} />
      ))}
    </Rows>
  );
  const add = () => allergyEntries.add(opened.doc, opened.writer);
  return <Part of="allergies" answer={answer} rows={rows} add={add} />;
}

function EntryRow({ of, id, title, detail }: { of: NoneOf; id: string; title: string; detail: string }) {
  return <LinkRow href={addressOf(of, id)} title={<bdi>{shownText(title)}</bdi>} detail={<bdi>{detail}</bdi>} />;
}

function Part({ of, answer, rows, add }: PartProps) {
  const opened = useOpened();
  const addOne = (
    <Button look="quiet" icon={Plus} onClick={() => navigate(addressOf(of, add()))}>
      {t(`${of}.add`)}
    </Button>
  );
  return (
    <section class="health-part">
      <h2>{t(`${of}.title`)}</h2>
      {rows}
      {answer.state === "none" && <SaidNone of={of} since={answer.since} />}
      {answer.state === "not-recorded" && <NotRecorded of={of} />}
      <Buttons>
        {addOne}
        {answer.state === "not-recorded" && (
          <Button look="quiet" onClick={() => setNone(opened.doc, opened.writer, of, true)}>
            {t(`${of}.sayNone`)}
          </Button>
        )}
      </Buttons>
    </section>
  );
}

function SaidNone({ of, since }: { of: NoneOf; since: string }) {
  const opened = useOpened();
  return (
    <>
      <p>
        <strong>{t(`${of}.none`)}.</strong> {t("health.noneSince", { date: dayText(since) })}
      </p>
      <Button look="plain" onClick={() => setNone(opened.doc, opened.writer, of, false)}>
        {t("health.takeBack")}
      </Button>
    </>
  );
}

function NotRecorded({ of }: { of: NoneOf }) {
  return (
    <>
      <Chip tone="attention">{t("health.notRecorded")}</Chip>
      <p>{t(`${of}.why`)}</p>
      <p class="health-example">{t(`${of}.example`)}</p>
    </>
  );
}
