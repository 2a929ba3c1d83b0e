// What a doctor reads across the desk: medicines, allergies, illnesses, in large black letters on white. Nothing can be
// changed here. Where two phones disagree, both values are shown; "none" is shown with its day, and "not recorded" is
// said.

import type { ComponentChildren } from "preact";
import { type Answer, healthOf } from "../../../domain/health/health";
import { isStopped, type Medicine } from "../../../domain/health/medicines";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import healthWords from "../../../i18n/en/health.json";
import medicinesWords from "../../../i18n/en/medicines.json";
import summaryWords from "../../../i18n/en/summary.json";
import { HandOver, Shown } from "../../components/handOver";
import { useOpened } from "../../start/useCase";
import { settled } from "../../text/settled";
import { allergyDetail, conditionDetail, medicineDetail } from "./lines";

const t = messagesFrom(healthWords, medicinesWords, summaryWords);

export function ShowToTheDoctor() {
  return (
    <HandOver title={t("show.title")} back="/case/health">
      <Health />
    </HandOver>
  );
}

/** Also shown in the doctor's room, so that the person need not leave it. */
export function Sheet() {
  return (
    <Shown label={t("show.title")}>
      <Health />
    </Shown>
  );
}

function Health() {
  const { medicines, allergies, conditions } = healthOf(useOpened().doc);
  return (
    <>
      <Medicines answer={medicines} />
      <Part title={t("allergies.title")} answer={allergies} none={t("show.noAllergies")}>
        {(one) => <Line name={settled(one.to)} detail={allergyDetail(one)} />}
      </Part>
      <Part title={t("conditions.title")} answer={conditions} none={t("show.noConditions")}>
        {(one) => <Line name={settled(one.name)} detail={conditionDetail(one)} />}
      </Part>
    </>
  );
}

/** Medicines that are no longer taken have a heading of their own. */
function Medicines({ answer }: { answer: Answer<Medicine> }) {
  const all = answer.state === "listed" ? answer.entries : [];
  const stopped = all.filter(isStopped);
  const taken = all.filter((one) => !isStopped(one));
  const line = (one: Medicine) => <Line name={settled(one.name)} detail={medicineDetail(one)} />;
  return (
    <>
      <Part
        title={t("medicines.title")}
        answer={all.length > 0 ? { state: "listed", entries: taken } : answer}
        none={t("show.noMedicines")}
      >
        {line}
      </Part>
      {all.length > 0 && taken.length === 0 && <p>{t("medicines.noneNow")}</p>}
      {stopped.length > 0 && (
        <Part title={t("medicines.stopped")} answer={{ state: "listed", entries: stopped }} none="">
          {line}
        </Part>
      )}
    </>
  );
}

type PartProps<T> = { title: string; answer: Answer<T>; none: string; children: (entry: T) => ComponentChildren };

function Part<T extends { id: string }>({ title, answer, none, children }: PartProps<T>) {
  return (
    <section>
      <h2>{title}</h2>
      {answer.state === "listed" && (
        <ul class="show-list">
          {answer.entries.map((entry) => (
            <li key={entry.id}>{children(entry)}</li>
          ))}
        </ul>
      )}
      {answer.state === "none" && <p>{t("show.noneSaid", { none, date: dayText(answer.since) })}</p>}
      {answer.state === "not-recorded" && <p>{t("show.notRecorded")}</p>}
    </section>
  );
}

function Line({ name, detail }: { name: string; detail: string }) {
  return (
    <>
      <strong>
        <bdi>{name}</bdi>
      </strong>
      {detail !== "" && <bdi>{detail}</bdi>}
    </>
  );
}
