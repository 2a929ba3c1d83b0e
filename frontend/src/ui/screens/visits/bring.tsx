// What to bring: the records this doctor has not had yet, as far as that is written down, and the one-page summary.

import { Eye, FileText, FolderOpen } from "lucide-preact";
import { type MedicalRecord, records } from "../../../domain/records/records";
import { recordsToBring } from "../../../domain/visits/bring";
import type { Visit } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import { Said } from "../../components/said";
import { addressOf } from "../../entries/entryNames";
import { useOpened } from "../../start/useCase";
import { VisitPart } from "./visitPart";

const t = messagesFrom(visitWords);

const AT_A_GLANCE = 6;

export function Bring({ visit }: { visit: Visit }) {
  const opened = useOpened();
  const all = records(opened.doc);
  const { missing, leftOut } = recordsToBring(opened.doc, visit);
  const links = [
    { href: "/case/seen", words: t("visitBefore.bringSeen"), icon: Eye },
    { href: "/case/records", words: t("visitBefore.bringRecords"), icon: FolderOpen },
    { href: `/case/summary/${visit.id}`, words: t("visitBefore.bringSummary"), icon: FileText },
  ];
  return (
    <VisitPart
      heading={t("visitBefore.bring")}
      links={links}
      folded={missing.length === 0 ? "" : t("visitBefore.bringCount", { count: missing.length })}
    >
      {all.length === 0 && <p class="quiet">{t("visitBefore.bringNoRecords")}</p>}
      {all.length > 0 && missing.length + leftOut.length === 0 && <p>{t("visitBefore.bringAllGiven")}</p>}
      {missing.length > 0 && <Missing missing={missing} />}
      {leftOut.length > 0 && <p>{t("visitBefore.bringLeftOut", { count: leftOut.length })}</p>}
    </VisitPart>
  );
}

function Missing({ missing }: { missing: readonly MedicalRecord[] }) {
  const shown = missing.slice(0, AT_A_GLANCE);
  return (
    <>
      <p>{t("visitBefore.bringNotGiven", { count: missing.length })}</p>
      <ul>
        {shown.map((record) => (
          <li key={record.id}>
            <a href={addressOf("records", record.id)}>
              <Said text={record.what.value} />
            </a>
          </li>
        ))}
      </ul>
      {missing.length > shown.length && (
        <p>
          <a href="/case/seen">{t("visitBefore.bringMore", { count: missing.length - shown.length })}</a>
        </p>
      )}
    </>
  );
}
