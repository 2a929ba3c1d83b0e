// Before the visit: what to take along, part by part. Nothing here is compulsory; it arranges and reminds.
import { MessagesSquare, Smartphone } from "lucide-preact";
import { visitEntries, visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import { CaseScreen } from "../../components/caseScreen";
import { EntryGone } from "../../entries/entryEnd";
import { useEntry } from "../../entries/useEntry";
import { useTitle } from "../../entries/useTitle";
import { ButtonLink } from "../../start/components/button";
import type { Params } from "../../start/router";
import { settled } from "../../text/settled";
import { BeforeQuestions } from "./beforeQuestions";
import { Bring } from "./bring";
import { MedicinesCheck } from "./medicinesCheck";
import { Opening } from "./opening";
import { VisitField } from "./visitFields";
import { stepAddress, visitAddress } from "./visitLinks";
import { VisitPart } from "./visitPart";

const t = messagesFrom(visitWords);

export function BeforeVisit({ params }: { params: Params }) {
  const id = params.id ?? "";
  const titles = useTitle(t("visitBefore.title"), visitEntries, id);
  return (
    <CaseScreen {...titles} back={visitAddress(id)} dock={<Start id={id} />} wide>
      <Before id={id} />
    </CaseScreen>
  );
}

function Start({ id }: { id: string }) {
  const visit = useEntry(visits, id);
  if (visit === null) return null;
  return (
    <ButtonLink icon={MessagesSquare} href={stepAddress(id, "during")}>
      {t("visitBefore.start")}
    </ButtonLink>
  );
}

function Before({ id }: { id: string }) {
  const visit = useEntry(visits, id);
  if (visit === null) return <EntryGone kind="visits" id={id} />;
  return (
    <div class="columns">
      <div class="stack">
        <BeforeQuestions visit={visit} />
        <Opening visit={visit} />
      </div>
      <div class="stack">
        <MedicinesCheck visit={visit} />
        <VisitPart
          heading={t("visitBefore.company")}
          links={[{ href: "/case/companions", words: t("visitBefore.companyPhone"), icon: Smartphone }]}
          card={{ id: "D3", title: t("visitBefore.companyCard") }}
          folded={settled(visit.companion)}
          isOpen={visit.companion.others.length > 0}
        >
          <VisitField of={visit} name="companion" />
        </VisitPart>
        <Bring visit={visit} />
      </div>
    </div>
  );
}
