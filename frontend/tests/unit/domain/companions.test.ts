// The names of who is in a case, which devices were let in, and whose case it is: on two phones that write at once.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newDocument } from "../../../src/domain/case/document";
import {
  authorName,
  enterPerson,
  leaveCase,
  namePerson,
  people,
  setOwnerName,
  tellClosed,
} from "../../../src/domain/case/people";
import { carryCase, carryGuests } from "../../../src/domain/keyring/carryKeyring";
import { closeGuest, enterGuest, guestsOf, openToGuests, shutGuest } from "../../../src/domain/keyring/guests";
import {
  archiveCase,
  type CaseKeys,
  enterCase,
  isOpenToGuests,
  keyringCases,
  renameCase,
} from "../../../src/domain/keyring/keyring";
import { exchange, twoPhones, writerNamed } from "./twoDocs";

const LOG = "ab".repeat(16);
const OTHER_LOG = "cd".repeat(16);
const DEVICE = "12".repeat(32);
const HASH = "34".repeat(32);
const keys = [{ epoch: 1, key: "56".repeat(32) }];
const own: CaseKeys = { id: LOG, ownerToken: "78".repeat(32), keys, companion: null };
const asGuest: CaseKeys = { id: LOG, ownerToken: null, keys, companion: { owner: "Ana", role: "editor" } };

describe("the people of a case", () => {
  it("D3: enter themselves at once on two phones, and nobody takes another's place", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    enterPerson(ana, byAna, "Cleo", "01");
    enterPerson(ben, byBen, "Cleo", "02");
    exchange(ana, ben);
    for (const doc of [ana, ben])
      expect(people(doc).map(({ id, name, devices }) => [id, name.value, devices])).toEqual([
        ["ana", "Cleo", ["01"]],
        ["ben", "Cleo", ["02"]],
      ]);
  });

  it("D3: keep their devices when they come again, and are no longer gone", () => {
    const { ana, byBen } = twoPhones();
    enterPerson(ana, byBen, "Ben", "01");
    leaveCase(ana, byBen, true);
    expect(people(ana)[0]?.leftAt).not.toBeNull();
    enterPerson(ana, byBen, "Ben B.", "02");
    expect(people(ana)).toMatchObject([{ name: { value: "Ben B." }, devices: ["01", "02"], leftAt: null }]);
  });

  it("D3: are shown as closed to the others, until they are let in again", () => {
    const { ana, byAna, byBen } = twoPhones();
    enterPerson(ana, byBen, "Ben", "01");
    enterPerson(ana, writerNamed("cleo"), "Cleo", "02");
    tellClosed(ana, byAna, ["01", "03"]);
    expect(people(ana).map(({ name, closedAt }) => [name.value, closedAt !== null])).toEqual([
      ["Ben", true],
      ["Cleo", false],
    ]);
    enterPerson(ana, byBen, "Ben", "04");
    expect(people(ana).map(({ closedAt }) => closedAt)).toEqual([null, null]);
  });

  it("D3: are not shown as closed when they were let in again while their first access was closed", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    enterPerson(ben, byBen, "Ben", "01");
    exchange(ana, ben);
    tellClosed(ana, byAna, ["01"]);
    enterPerson(ben, byBen, "Ben", "02");
    exchange(ana, ben);
    for (const doc of [ana, ben]) expect(people(doc)).toMatchObject([{ devices: ["01", "02"], closedAt: null }]);
    tellClosed(ana, byAna, ["01", "02"]);
    expect(people(ana)[0]?.closedAt).not.toBeNull();
  });

  it("D3: have their names beside what they wrote; to a companion whoever has not entered is the owner", () => {
    const { ana, byAna, byBen } = twoPhones();
    setOwnerName(ana, byAna, " Ana ");
    enterPerson(ana, byBen, "Ben", "01");
    expect([authorName(ana, "ben", false), authorName(ana, "ben", true)]).toEqual(["Ben", "Ben"]);
    expect([authorName(ana, "ana", false), authorName(ana, "ana", true)]).toEqual(["", "Ana"]);
  });

  it("D3: may have any name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (name) => {
        const { ana, ben, byBen } = twoPhones();
        enterPerson(ben, byBen, "Ben", "01");
        namePerson(ben, byBen, name);
        exchange(ana, ben);
        expect(people(ana)[0]?.name.value).toBe(people(ben)[0]?.name.value);
        expect(people(ben)[0]?.name.value).toBe(name);
      }),
    );
  });
});

function isClosedOnBothAfter(deeds: { onAna: boolean; what: "enter" | "shut" | "meet" }[]): boolean {
  const { ana, ben, byAna, byBen } = twoPhones();
  enterGuest(ana, LOG, DEVICE, "reader", HASH);
  closeGuest(ana, byAna, LOG, DEVICE);
  const happens = {
    meet: () => exchange(ana, ben),
    enter: (onAna: boolean) => enterGuest(onAna ? ana : ben, LOG, DEVICE, "reader", HASH),
    shut: (onAna: boolean) => (onAna ? shutGuest(ana, byAna, LOG, DEVICE) : shutGuest(ben, byBen, LOG, DEVICE)),
  };
  for (const { onAna, what } of deeds) happens[what](onAna);
  exchange(ana, ben);
  return [ana, ben].every((doc) => typeof guestsOf(doc, LOG)[0]?.closedAt === "string");
}

describe("the devices that were let in", () => {
  it("D3: are the same when two phones of the owner learn of them at once, and a wish to close stays", () => {
    const { ana, ben, byAna } = twoPhones();
    for (const doc of [ana, ben]) enterGuest(doc, LOG, DEVICE, "editor", HASH);
    closeGuest(ana, byAna, LOG, DEVICE);
    enterGuest(ana, LOG, DEVICE, "editor", HASH);
    exchange(ana, ben);
    for (const doc of [ana, ben]) {
      expect(guestsOf(doc, LOG)).toMatchObject([{ device: DEVICE, role: "editor", tokenHash: HASH, isShut: false }]);
      expect(guestsOf(doc, LOG)[0]?.closedAt).not.toBeNull();
      expect(guestsOf(doc, OTHER_LOG)).toEqual([]);
    }
  });

  it("D3: stay closed whatever two phones do in whatever order", () => {
    const deeds = fc.array(fc.record({ onAna: fc.boolean(), what: fc.constantFrom("enter", "shut", "meet") }), {
      maxLength: 12,
    });
    fc.assert(fc.property(deeds, isClosedOnBothAfter));
  });

  it("D3: come along when a keyring moves into another", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    openToGuests(ana, LOG);
    enterGuest(ana, LOG, DEVICE, "editor", HASH);
    closeGuest(ana, byAna, LOG, DEVICE);
    shutGuest(ana, byAna, LOG, DEVICE);
    carryGuests(ana, ben, byBen, LOG);
    expect(guestsOf(ben, LOG)).toEqual(guestsOf(ana, LOG));
    expect([isOpenToGuests(ben, LOG), isOpenToGuests(ben, OTHER_LOG)]).toEqual([true, false]);
  });
});

describe("somebody else's case in a keyring", () => {
  it("D3: says whose it is, and is named and put away like an own one", () => {
    const doc = newDocument();
    const writer = writerNamed("ben");
    enterCase(doc, writer, asGuest, "Knee");
    renameCase(doc, writer, LOG, "Ana's knee");
    archiveCase(doc, writer, LOG, true);
    expect(keyringCases(doc)).toMatchObject([{ ...asGuest, title: { value: "Ana's knee", others: [] } }]);
    expect(keyringCases(doc)[0]?.archivedAt).not.toBeNull();
  });

  it("D3: never takes the owner token from the owner, whichever keyring was there first", () => {
    for (const firstIsOwn of [true, false]) {
      const { ana, ben, byAna, byBen } = twoPhones();
      enterCase(ana, byAna, firstIsOwn ? own : asGuest, "Knee");
      enterCase(ben, byBen, firstIsOwn ? asGuest : own, "Knee");
      exchange(ana, ben);
      for (const doc of [ana, ben]) expect(keyringCases(doc)).toMatchObject([own]);
    }
  });

  it("D3: is taken along into another keyring", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    enterCase(ana, byAna, asGuest, "Knee");
    carryCase(ana, ben, byBen, LOG);
    carryCase(ana, ben, byBen, LOG);
    expect(keyringCases(ben)).toMatchObject([{ ...asGuest, title: { value: "Knee", others: [] } }]);
  });

  it("D3: is joined anew under another role or name", () => {
    const doc = newDocument();
    enterCase(doc, writerNamed("ben"), asGuest, "Knee");
    enterCase(doc, writerNamed("ben"), { ...asGuest, companion: { owner: "Anna", role: "reader" } }, "Other");
    expect(keyringCases(doc)).toMatchObject([
      { companion: { owner: "Anna", role: "reader" }, title: { value: "Knee" } },
    ]);
  });
});
