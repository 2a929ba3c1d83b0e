import { describe, expect, it } from "vitest";
import { guideSearch } from "../../../src/content/search";
import * as spelling from "../../../src/i18n/folding";
import { NotHere } from "../../../src/ui/screens/notHere";
import { destinationSearch } from "../../../src/ui/screens/search/destinations";
import { find } from "../../../src/ui/start/routes";
import { bundle } from "../content/fixture";
import { realCards } from "../content/realCards";

const cards = guideSearch(bundle("1", realCards), spelling);
const places = destinationSearch(spelling);
const hrefs = (query: string) => places(query, cards(query)[0]).map(({ href }) => href);

describe("the places of the app that a search finds", () => {
  it.each([
    ["tablets", "/case/medicines"],
    ["pills", "/case/medicines"],
    ["medication", "/case/medicines"],
    ["scan", "/case/records"],
    ["X-ray", "/case/records"],
    ["copy of my records", "/case/letters/new"],
    ["appointment", "/case/visits"],
    ["my daughter", "/case/companions"],
    ["insurance", "/case/rights"],
    ["deadline", "/case/decide-by"],
    ["emergency", "/help"],
    ["chest pain", "/help"],
    ["I cannot breathe", "/help"],
    ["bigger letters", "/more/display"],
    ["new phone", "/more/phones"],
    ["undo", "/journal/deleted"],
    ["diary", "/journal"],
    ["secret", "/more/about"],
    ["questions", "/case/questions"],
    ["surgeon", "/case/doctors"],
    ["afraid", "/case/reasons"],
    ["disagree", "/case/compare"],
  ])("“%s” finds %s", (query, href) => {
    expect(hrefs(query)).toContain(href);
  });

  it("are at most three, each with a screen", async () => {
    const found = ["records", "doctor", "list", "new phone", "open"].flatMap(hrefs);
    expect(found.length).toBeGreaterThan(8);
    for (const query of ["records", "doctor", "open"]) expect(hrefs(query).length).toBeLessThanOrEqual(3);
    for (const href of found) expect(await find(href).load(), href).not.toBe(NotHere);
  });

  it("put the number to call first when the words are those of an emergency", () => {
    for (const query of ["ambulance", "chest pain", "999", "stroke", "suicide"])
      expect(hrefs(query)[0], query).toBe("/help");
  });

  it("are none for words that lead nowhere, and none for a name", () => {
    for (const query of ["", "what is the", "zebra", "Lindqvist"]) expect(hrefs(query), query).toEqual([]);
  });

  it("are found by their own words while the guide is not on the phone", () => {
    expect(places("medicines", undefined).map(({ href }) => href)).toEqual(["/case/medicines"]);
  });
});
