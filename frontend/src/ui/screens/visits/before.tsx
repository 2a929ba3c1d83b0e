// Before the visit: what goes along, each in its own part. Nothing here must be done; it arranges and reminds.
import { MessagesSquare, Smartphone } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import { visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import { CaseScreen } from "../../components/caseScreen";
import { EntryGone } from "../../entries/entryEnd";
import { useEntry } from "../../entries/useEntry";
import { ButtonLink } from "../../start/components/button";
import type { Params } from "../../start/route";
import { BeforeQuestions } from "./beforeQuestions";
import { Bring } from "./bring";
import { MedicinesCheck } from "./medicinesCheck";
import { Opening } from "./opening";
import { CompanionField } from "./visitFields";
import { stepAddress, visitAddress } from "./visitLinks";
import { VisitPart } from "./visitPart";

const t = messagesFrom(visitWords);

export function BeforeVisit({ params }: { params: Params }) {
  const id = params.id ?? "";
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
  const visit = useEntry(opened, visits, id);
  if (visit === null) return null;
  return (
    <ButtonLink icon={MessagesSquare} href={stepAddress(id, "during")}>
      {t("visitBefore.start")}
    </ButtonLink>
  );
}

function Before({ opened, id }: { opened: OpenCase; id: string }) {
  const visit = useEntry(opened, visits, id);
  if (visit === null) return <EntryGone kind="visits" id={id} />;
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
