// Whoever holds a keyring's key, for example on a lost phone, may write anything into it. None of it may keep the
// person from any of their cases, from starting another one, or from closing a person's access.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carryKeyring } from "../../../src/domain/keyring/carryKeyring";
import { closeGuest, enterGuest, guestsOf, openToGuests } from "../../../src/domain/keyring/guests";
import {
  archiveCase,
  type CaseKeys,
  enterCase,
  enterPhone,
  isAnyOpen,
  isOpenToGuests,
  isOwnCase,
  keyringCases,
  keyringPhones,
  renameCase,
} from "../../../src/domain/keyring/keyring";
import { mapOf, nested, reopened } from "./hostileShapes";
import { exchange, twoPhones } from "./twoDocs";

const id = (byte: string) => byte.repeat(16);
const secret = (byte: string) => byte.repeat(32);
const KNEE = id("ab");
const OTHER = id("cd");
const PHONE = id("ef");
const DEVICE = secret("12");
const keys = [{ epoch: 1, key: secret("56") }];
const knee: CaseKeys = { id: KNEE, ownerToken: secret("78"), keys, companion: null };
const ofBen: CaseKeys = { id: OTHER, ownerToken: null, keys, companion: { owner: "Ben", role: "reader" } };

const fieldName = fc.constantFrom(
  "ownerToken",
  "owner",
  "role",
  "createdAt",
  "addedAt",
  "title#1",
  "name#1",
  "archivedAt#1",
  "key:1",
  "key:",
  "key:0",
  "key:99999999999999999999",
  "key:__proto__",
);
const attack = fc.record({
  root: fc.constantFrom("cases", "casesOfOthers", "phones", "guests"),
  at: fc.constantFrom(
    ...[OTHER, id("99"), "ana", "", "__proto__", "constructor", "toString", "../../grants", "n".repeat(100_000)],
    ...[`${KNEE}/open`, `${KNEE}/${secret("99")}`, `${KNEE}/${secret("99")}/closedAt#1`, `${OTHER}/${DEVICE}`],
  ),
  entry: fc.oneof(nested, mapOf(fieldName)),
});

describe("a keyring into which somebody wrote what this app never writes", () => {
  it("gives every case of the person's own, and takes new ones", () => {
    fc.assert(
      fc.property(fc.array(attack, { minLength: 1, maxLength: 8 }), (attacks) => {
        const { ana, ben, byAna } = twoPhones();
        enterCase(ana, byAna, knee, "Knee");
        enterPhone(ana, byAna, PHONE, "Ana's phone");
        openToGuests(ana, KNEE);
        enterGuest(ana, KNEE, DEVICE, "editor", secret("34"));
        exchange(ana, ben);
        for (const { root, at, entry } of attacks) ben.getMap(root).set(at, entry());
        exchange(ana, ben);
        for (const doc of [ana, reopened(ana)]) {
          expect(keyringCases(doc).find((known) => known.id === KNEE)).toMatchObject(knee);
          expect(keyringPhones(doc)).toContainEqual(expect.objectContaining({ id: PHONE }));
          for (const known of keyringCases(doc)) expectUsable(known);
          for (const { device, tokenHash } of guestsOf(doc, KNEE))
            expect(device + tokenHash).toMatch(/^[0-9a-f]{128}$/);
          expect([isAnyOpen(doc), isOpenToGuests(doc, KNEE)]).toEqual([true, true]);
          renameCase(doc, byAna, KNEE, "Mum's knee");
          archiveCase(doc, byAna, KNEE, true);
          closeGuest(doc, byAna, KNEE, DEVICE);
          enterCase(doc, byAna, ofBen, "Hip");
          const [own, others] = [KNEE, OTHER].map((one) => keyringCases(doc).find((known) => known.id === one));
          expect(own).toMatchObject({ title: { value: "Mum's knee" }, archivedAt: expect.any(String) });
          expect(others?.keys).toContainEqual(keys[0]);
          expect(guestsOf(doc, KNEE).find(({ device }) => device === DEVICE)?.closedAt).toEqual(expect.any(String));
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it("gives the case also while a number stands in its list, and one without a key is none", () => {
    const { ana, byAna } = twoPhones();
    enterCase(ana, byAna, knee, "Knee");
    ana.getMap("cases").set("5", 5);
    ana.getMap("cases").set(OTHER, null);
    enterCase(ana, byAna, { ...knee, id: id("77"), keys: [{ epoch: 1, key: "no key" }] }, "No key");
    expect(keyringCases(ana).map((known) => known.id)).toEqual([KNEE]);
  });

  it("enters a case and a phone where a number stands in their place", () => {
    const { ana, byAna } = twoPhones();
    ana.getMap("cases").set(KNEE, 5);
    ana.getMap("phones").set(PHONE, 5);
    enterCase(ana, byAna, knee, "Knee");
    enterPhone(ana, byAna, PHONE, "Ana's phone");
    expect(
      keyringCases(ana)
        .filter(isOwnCase)
        .map((known) => known.title.value),
    ).toEqual(["Knee"]);
    expect(keyringPhones(ana).map(({ name }) => name.value)).toEqual(["Ana's phone"]);
  });

  it("is carried over to another keyring with all that is a case", () => {
    fc.assert(
      fc.property(fc.array(attack, { maxLength: 6 }), (attacks) => {
        const { ana, ben, byAna, byBen } = twoPhones();
        enterCase(ana, byAna, knee, "Knee");
        for (const { root, at, entry } of attacks) ana.getMap(root).set(at, entry());
        carryKeyring(ana, ben, byBen);
        expect(keyringCases(ben).find((known) => known.id === KNEE)).toMatchObject({
          ...knee,
          title: { value: "Knee" },
        });
        expect(keyringCases(ben)).toHaveLength(keyringCases(ana).length);
      }),
      { numRuns: 100 },
    );
  });
});

function expectUsable(known: CaseKeys): void {
  expect(known.id).toMatch(/^[0-9a-f]{32}$/);
  expect(known.keys.length).toBeGreaterThan(0);
  for (const { epoch, key } of known.keys) expect([epoch > 0, key.length]).toEqual([true, 64]);
  expect(known.ownerToken ?? secret("00")).toMatch(/^[0-9a-f]{64}$/);
  expect(known.companion?.owner ?? "").toEqual(expect.any(String));
}
