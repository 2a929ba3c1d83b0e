// Contacts: whom to call, what about, and when calls are answered. One of them may be the team that answers day and
// night.
import { defineKind, type EntryOf } from "../case/defineKind";
import type { CaseDoc } from "../case/document";
import { aside, flag, words } from "../case/fields";

export const contactEntries = defineKind(
  "contacts",
  {
    name: words(),
    whatFor: words(),
    phone: words(),
    hours: words(),
    isTeam: aside(flag()),
  },
  {
    along(doc, writer, before, { isTeam }) {
      // There is only one: marking a contact removes the mark from the others.
      if (isTeam !== true) return;
      const others = contactEntries.list(doc).filter((one) => one.id !== before.id && one.isTeam.value);
      for (const { id } of others) contactEntries.set(doc, writer, id, { isTeam: false });
    },
  },
);
export type Contact = EntryOf<typeof contactEntries>;

/** The team's number as typed, "" while none is marked. If two phones marked one each, the earlier contact counts. */
export function teamPhone(doc: CaseDoc): string {
  const team = contactEntries.list(doc).find(({ isTeam, phone }) => isTeam.value && phone.value.trim() !== "");
  return team?.phone.value.trim() ?? "";
}
