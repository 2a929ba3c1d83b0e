// One contact: who, what about, the number and when it is answered; and whether it is the team's 24-hour number.
import { contactEntries } from "../../../domain/contacts/contacts";
import { messagesFrom } from "../../../i18n";
import contactsWords from "../../../i18n/en/contacts.json";
import { fieldsOf } from "../../components/fields";
import { Reach } from "../../components/reach";
import { DeleteEntry } from "../../entries/entryEnd";
import { EntryPage } from "../../entries/entryPage";
import type { Params } from "../../start/router";

const t = messagesFrom(contactsWords);
const Field = fieldsOf(contactEntries, contactsWords, "contacts");

export function ContactPage({ params }: { params: Params }) {
  return (
    <EntryPage of={contactEntries} id={params.id ?? ""} title={t("contacts.one")} up="/case/contacts">
      {(contact) => (
        <div class="stack">
          <Field of={contact} name="name" comesFirst />
          <Field of={contact} name="whatFor" />
          <Field of={contact} name="phone" />
          <Reach phone={contact.phone.value} />
          <Field of={contact} name="hours" />
          <Field of={contact} name="isTeam" />
          <DeleteEntry />
        </div>
      )}
    </EntryPage>
  );
}
