// The second doctor's report to the first one: whether it was requested, and the way to the words to request it with.

import { visitsThatReport } from "../../../domain/doctors/reports";
import { visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import recordsWords from "../../../i18n/en/records.json";
import { visitLabel } from "../../entries/entryNames";
import { LinkRow, Rows } from "../../start/components/rows";
import { useCaseValue, useOpened } from "../../start/useCase";
import { stepAddress } from "../visits/visitLinks";

const t = messagesFrom(recordsWords);

/** Renders nothing while there is no second doctor. */
export function Reports() {
  const { doc } = useOpened();
  useCaseValue(visits);
  const reporting = visitsThatReport(doc);
  if (reporting.length === 0) return null;
  return (
    <section>
      <h2>{t("records.report")}</h2>
      <Rows>
        {reporting.map((visit) => (
          <LinkRow
            key={visit.id}
            href={stepAddress(visit.id, "after")}
            title={t("records.reportOf", { doctor: visitLabel(visit) })}
            detail={t(`records.reportStates.${visit.report.value || "none"}`)}
          />
        ))}
      </Rows>
    </section>
  );
}
