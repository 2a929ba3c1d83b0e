import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarEntry, calendarFile } from "../../../src/formats/calendar";

const STAMP = "2026-11-22T09:00:00.000Z";
const visit: CalendarEntry = {
  uid: "visit-1@second-look",
  revision: 41,
  when: "2026-12-03T10:30",
  title: "Dr Lindqvist",
  place: "Lake Hospital; room 4, floor 2",
};

/** A small reader for RFC 5545: unfolds lines, then reads name and value, then the escapes of text. */
function read(file: string): Map<string, string> {
  const lines = file.replaceAll("\r\n ", "").split("\r\n").filter(Boolean);
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]));
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, letter: string) => (letter === "n" ? "\n" : letter));
}

function fileOf(entry: CalendarEntry): string {
  return calendarFile(entry, STAMP) ?? expect.fail("no file");
}

describe("a visit in the calendar", () => {
  it("F2: stands at the clinic's own time, without a zone, and ends an hour later", () => {
    const lines = fileOf(visit).split("\r\n");
    expect(lines).toContain("DTSTART:20261203T103000");
    expect(lines).toContain("DTSTAMP:20261122T090000Z");
    expect(lines).toContain("LOCATION:Lake Hospital\\; room 4\\, floor 2");
    expect(lines).toContain("DTEND:20261203T113000");
    expect(lines.some((line) => /TZID|^DURATION/.test(line))).toBe(false);
  });

  it("ends on the next day when it begins late, at the end of a year too", () => {
    expect(read(fileOf({ ...visit, when: "2026-12-31T23:30" })).get("DTEND")).toBe("20270101T003000");
    expect(read(fileOf({ ...visit, when: "2028-02-28T23:00" })).get("DTEND")).toBe("20280229T000000");
  });

  it("takes the whole day while its hour is not known", () => {
    const found = read(fileOf({ ...visit, when: "2026-12-31" }));
    expect(found.get("DTSTART;VALUE=DATE")).toBe("20261231");
    expect(found.get("DTEND;VALUE=DATE")).toBe("20270101");
  });

  it("is the same entry when it is added again, and the later one counts", () => {
    const first = read(fileOf(visit));
    const again = read(fileOf({ ...visit, revision: 55, when: "2026-12-04T11:00" }));
    expect(again.get("UID")).toBe(first.get("UID"));
    expect(Number(again.get("SEQUENCE"))).toBeGreaterThan(Number(first.get("SEQUENCE")));
    expect(again.get("LAST-MODIFIED")).toBe(again.get("DTSTAMP"));
  });

  it("has a number that every calendar can read, however long a case has been written", () => {
    expect(read(fileOf({ ...visit, revision: 2 ** 40 })).get("SEQUENCE")).toBe("2147483647");
  });

  it("is no file when its day or its time does not exist", () => {
    for (const when of ["", "2026-02-30T10:00", "2026-12-03T25:00", "2026-12-03T10", "soon"]) {
      expect(calendarFile({ ...visit, when }, STAMP), when).toBeNull();
    }
  });
});

describe("the decide-by date in the calendar", () => {
  it("F2: takes the whole day and blocks nothing", () => {
    const lines = fileOf({ uid: "d", revision: 0, when: "2028-02-29", title: "Decide by today" }).split("\r\n");
    expect(lines).toContain("DTSTART;VALUE=DATE:20280229");
    expect(lines).toContain("DTEND;VALUE=DATE:20280301");
    expect(lines).toContain("TRANSP:TRANSPARENT");
  });
});

describe("a calendar file, whatever people typed", () => {
  const words = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc
      .array(fc.constantFrom("\r", "\n", "\\", ";", ",", ":", "é", "ر", "👩‍⚕️", "a"), { maxLength: 200 })
      .map((all) => all.join("")),
  );

  it("has no line over 75 octets, ends every line with CRLF, and cuts no character in two", () => {
    fc.assert(
      fc.property(words, words, (title, place) => {
        const file = fileOf({ ...visit, title, place });
        expect(file.endsWith("\r\n")).toBe(true);
        for (const line of file.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
          expect(line).not.toMatch(/\p{Cs}/u);
        }
      }),
    );
  });

  it("gives back what was typed, and typing cannot add a line of its own", () => {
    fc.assert(
      fc.property(words, words, (title, text) => {
        const found = read(fileOf({ ...visit, title, words: text }));
        const plain = (typed: string) =>
          typed
            .replace(/\p{Cs}/gu, "\ufffd")
            .replace(/\r\n?/g, "\n")
            .replace(/[^\P{Cc}\n]/gu, " ");
        expect(unescaped(found.get("SUMMARY") ?? "")).toBe(plain(title));
        expect(unescaped(found.get("DESCRIPTION") ?? "")).toBe(plain(text));
        expect([...found.keys()].filter((name) => name === "BEGIN").length).toBe(1);
        expect(fileOf({ ...visit, title, words: text }).match(/^BEGIN:/gm)?.length).toBe(2);
      }),
    );
  });

  it("keeps all of a text of 10,000 letters", () => {
    const long = "الركبة اليسرى 🦵 ".repeat(600);
    expect(unescaped(read(fileOf({ ...visit, words: long })).get("DESCRIPTION") ?? "")).toBe(long);
  });
});
