// Who has seen what: for every thing (a record, the medicines list, another doctor's opinion) and every visit, whether the
// doctor got it. Kept by thing and visit, so that two phones that fill in the same cell meet in one place.
import { type CaseDoc, type Field, readField, type Writer, writeField } from "./document";

export const disclosureStates = ["", "given", "offered", "left-out"] as const;
/** "" is "not yet". Leaving out is deliberate, and `why` says so in the patient's words. */
export type DisclosureState = (typeof disclosureStates)[number];
/** `on` is a calendar date (YYYY-MM-DD) or "". */
export type DisclosureFields = { state: DisclosureState; how: string; on: string; why: string };
export type Disclosure = { [K in keyof DisclosureFields]: Field<DisclosureFields[K]> };

export function disclosure(doc: CaseDoc, thing: string, consultation: string): Disclosure {
  const map = doc.getMap("disclosure");
  const at = `${thing}/${consultation}/`;
  return {
    state: readField<DisclosureState>(map, `${at}state`, ""),
    how: readField(map, `${at}how`, ""),
    on: readField(map, `${at}on`, ""),
    why: readField(map, `${at}why`, ""),
  };
}

export function setDisclosure(
  doc: CaseDoc,
  writer: Writer,
  thing: string,
  consultation: string,
  fields: Partial<DisclosureFields>,
): void {
  const map = doc.getMap("disclosure");
  doc.transact(() => {
    for (const [name, value] of Object.entries(fields)) {
      writeField(map, `${thing}/${consultation}/${name}`, value, writer);
    }
  });
}
