import { describe, expect, it } from "vitest";
import { setOwnerName } from "../../../src/domain/case/people";
import { helping, setHelping } from "../../../src/domain/helping/helping";
import { exchange, twoPhones } from "./twoDocs";

describe("a case that somebody writes for another person", () => {
  it("is the patient's own until somebody says otherwise, and can become that again", () => {
    const { ana, byAna } = twoPhones();
    expect(helping(ana)).toBeNull();
    setHelping(ana, byAna, { helped: true, helperRelation: " daughter ", helperAgreement: "beside" });
    setOwnerName(ana, byAna, "Anna");
    expect(helping(ana)).toEqual({ name: "Anna", relation: "daughter", agreement: "beside" });
    setHelping(ana, byAna, { helped: false });
    expect(helping(ana)).toBeNull();
  });

  it("claims no agreement while two phones say different things about it, and never hides that somebody helps", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    setHelping(ana, byAna, { helped: true, helperRelation: "son", helperAgreement: "unsure" });
    exchange(ana, ben);
    setHelping(ana, byAna, { helped: false, helperAgreement: "allowed" });
    setHelping(ben, byBen, { helperAgreement: "asked", helperRelation: "son" });
    exchange(ana, ben);
    expect(helping(ana)).toBeNull();
    setHelping(ana, byAna, { helped: true });
    expect(helping(ana)).toEqual({ name: "", relation: "son", agreement: "" });
    setHelping(ben, byBen, { helped: true });
    setHelping(ana, byAna, { helped: false });
    exchange(ana, ben);
    expect(helping(ana)).not.toBeNull();
    expect(helping(ana)).toEqual(helping(ben));
  });

  it("takes an agreement that it does not know as none", () => {
    const { ana, byAna } = twoPhones();
    setHelping(ana, byAna, { helped: true });
    ana.getMap("case").set("helperAgreement#later", "by-law");
    expect(helping(ana)).toEqual({ name: "", relation: "", agreement: "" });
  });
});
