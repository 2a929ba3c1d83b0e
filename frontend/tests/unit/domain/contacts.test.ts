import { describe, expect, it } from "vitest";
import { contactEntries, teamPhone } from "../../../src/domain/contacts/contacts";
import { exchange, twoPhones } from "./twoDocs";

describe("whom to call", () => {
  it("has one team: whoever is marked takes the mark from the others", () => {
    const { ana, byAna } = twoPhones();
    const ward = contactEntries.add(ana, byAna, { name: "Ward", phone: "020 7946 0018" });
    const nurse = contactEntries.add(ana, byAna, { name: "Nurse", phone: "020 7946 0019" });
    expect(teamPhone(ana)).toBe("");
    contactEntries.set(ana, byAna, ward, { isTeam: true });
    expect(teamPhone(ana)).toBe("020 7946 0018");
    contactEntries.set(ana, byAna, nurse, { isTeam: true });
    expect(contactEntries.list(ana).map(({ isTeam }) => isTeam.value)).toEqual([false, true]);
    expect(teamPhone(ana)).toBe("020 7946 0019");
    contactEntries.set(ana, byAna, nurse, { isTeam: false });
    expect(teamPhone(ana)).toBe("");
  });

  it("gives both phones one number when each marked another contact at once", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const ward = contactEntries.add(ana, byAna, { name: "Ward", phone: "1" });
    const nurse = contactEntries.add(ana, byAna, { name: "Nurse", phone: "2" });
    exchange(ana, ben);
    contactEntries.set(ana, byAna, ward, { isTeam: true });
    contactEntries.set(ben, byBen, nurse, { isTeam: true });
    exchange(ana, ben);
    expect(teamPhone(ana)).not.toBe("");
    expect(teamPhone(ana)).toBe(teamPhone(ben));
  });

  it("is no number while the marked one has none, or was deleted", () => {
    const { ana, byAna } = twoPhones();
    contactEntries.add(ana, byAna, { name: "Ward", isTeam: true });
    expect(contactEntries.written(ana)).toHaveLength(1);
    expect(teamPhone(ana)).toBe("");
  });
});
