// Before the visit: what goes along, each in its own part. Nothing here must be done; it arranges and reminds.
import { MessagesSquare, Smartphone } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import { consultations } from "../../../domain/consultations";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import { CaseScreen } from "../../components/caseScreen";
import { EntryGone } from "../../components/entryEnd";
import { ButtonLink } from "../../start/components/button";
import type { Places } from "../../start/route";
import { useEntry } from "../../useEntry";
import { BeforeQuestions } from "./beforeQuestions";
import { Bring } from "./bring";
import { MedicinesCheck } from "./medicinesCheck";
import { Opening } from "./opening";
import { CompanionField } from "./visitFields";
import { stepAddress, visitAddress } from "./visitLinks";
import { VisitPart } from "./visitPart";

const t = messagesFrom(visitWords);

export function BeforeVisit({ places }: { places: Places }) {
  const id = places.id ?? "";
  return (
    <CaseScreen
      title={t("visitBefore.title")}
      back={visitAddress(id)}
      dock={(opened) => <Start opened={opened} id={id} />}
      wide
    >
      {(opened) => <Before opened={opened} id={id} />}
    </CaseScreen>
  );
}

function Start({ opened, id }: { opened: OpenCase; id: string }) {
  const visit = useEntry(opened, consultations, id);
  if (visit === null) return null;
  return (
    <ButtonLink icon={MessagesSquare} href={stepAddress(id, "during")}>
      {t("visitBefore.start")}
    </ButtonLink>
  );
}

function Before({ opened, id }: { opened: OpenCase; id: string }) {
  const visit = useEntry(opened, consultations, id);
  if (visit === null) return <EntryGone kind="consultations" id={id} />;
  return (
    <div class="columns">
      <div class="stack">
        <BeforeQuestions opened={opened} visit={visit} />
        <Opening opened={opened} visit={visit} />
      </div>
      <div class="stack">
        <MedicinesCheck opened={opened} visit={visit} />
        <VisitPart
          heading={t("visitBefore.company")}
          links={[{ href: "/case/companions", words: t("visitBefore.companyPhone"), icon: Smartphone }]}
          card={{ id: "D3", title: t("visitBefore.companyCard") }}
        >
          <CompanionField opened={opened} visit={visit} />
        </VisitPart>
        <Bring opened={opened} visit={visit} />
      </div>
    </div>
  );
}
