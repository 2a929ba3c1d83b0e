// Whom to call, each with one tap. The number that "Get help now" remembers can be added to the list, so that the case
// has it, too.
import { Phone, Plus } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { type Contact, contactEntries, teamPhone } from "../../../domain/contacts/contacts";
import { messagesFrom } from "../../../i18n";
import contactsWords from "../../../i18n/en/contacts.json";
import { AddInPlace, useAdding } from "../../components/addInPlace";
import { CaseScreen } from "../../components/caseScreen";
import { EmptyState } from "../../components/emptyState";
import { Reach } from "../../components/reach";
import { addressOf, shownText } from "../../entries/entryNames";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { LinkRow, Rows } from "../../start/components/rows";
import { isolated } from "../../start/isolate";
import { useServices } from "../../start/services";
import { useOpened } from "../../start/useCase";
import { teamMemory } from "../help/teamMemory";
import { isSamePhone, lookIntoCase } from "../help/teamNumber";

const t = messagesFrom(contactsWords);

export function Contacts() {
  return (
    <CaseScreen title={t("contacts.title")} back="/">
      <List />
    </CaseScreen>
  );
}

function List() {
  const opened = useOpened();
  const { settings } = useServices();
  const team = teamPhone(opened.doc);
  useEffect(() => void lookIntoCase(settings, opened), [opened, settings, team]);
  const adding = useAdding(contactEntries, "name");
  const all = contactEntries.written(opened.doc).filter(({ id }) => id !== adding.id);
  return (
    <div class="stack">
      {all.length === 0 && (
        <EmptyState
          icon={Phone}
          title={t("contacts.emptyTitle")}
          why={t("contacts.emptyWhy")}
          example={t("contacts.emptyExample")}
        />
      )}
      {all.map((contact) => (
        <OneContact key={contact.id} contact={contact} />
      ))}
      <AddInPlace adding={adding} label={t("contacts.add")} />
      <KeptByHelp all={all} />
    </div>
  );
}

function OneContact({ contact }: { contact: Contact }) {
  const { id, name, whatFor, phone, hours, isTeam } = contact;
  const detail = [isTeam.value ? t("contacts.team") : "", whatFor.value.trim(), hours.value.trim()].filter(Boolean);
  return (
    <div>
      <Rows label={t("contacts.one")}>
        <LinkRow
          href={addressOf("contacts", id)}
          title={<bdi>{shownText(name.value)}</bdi>}
          detail={<bdi>{detail.join(" · ")}</bdi>}
        />
      </Rows>
      <Reach phone={phone.value} />
    </div>
  );
}

/** Renders nothing while the list holds the number, or there is none. */
function KeptByHelp({ all }: { all: readonly Contact[] }) {
  const opened = useOpened();
  const kept = teamMemory(useServices().settings).typed.value.trim();
  if (kept === "" || all.some(({ phone }) => isSamePhone(phone.value, kept))) return null;
  const keep = () => {
    const { doc, writer } = opened;
    const isTeam = teamPhone(doc) === "";
    contactEntries.add(doc, writer, { name: t("contacts.keptName"), phone: kept, isTeam });
  };
  return (
    <Card>
      <p>{t("contacts.kept", { number: isolated(kept) })}</p>
      <Button look="quiet" icon={Plus} onClick={keep}>
        {t("contacts.keep")}
      </Button>
    </Card>
  );
}
