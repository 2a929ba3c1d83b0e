// The guidance, and what others answer in its place. The test removes every field in turn: none may be missing.
import { describe, expect, it } from "vitest";
import type { Bundle } from "../../../src/content/bundle";
import { bundleIn, isBundle } from "../../../src/content/shape";
import { country, fact } from "./country";
import { bundle, card } from "./fixture";

const source = {
  key: "law",
  text: "A law.",
  url: "https://law.example/1",
  checked_on: "2026-11-22",
  second_hand: false,
};
const span = { count: 30, unit: "days" as const };
/** May be missing: an older server does not send it. */
const optional = ["second_hand", "words"];

/** A guide with at least one of everything. */
function whole(): Bundle {
  const known = fact("Ask.", { number: "116 123", url: "https://law.example/2", sources: ["law"] });
  return {
    ...bundle("1", [
      { ...card("P1", "Records", "<p>Ask.</p>"), sources: [source], unverified: ["How long."], words: ["file"] },
    ]),
    help: {
      do_not_wait: "Go.",
      cards: [
        {
          heading: "Call {number}",
          signs: ["Chest pain"],
          closing: "Go.",
          calls_team: false,
          read_by_clinician: false,
        },
      ],
      checked_note: "Checked.",
      sources: [source],
      reviewed_on: "2026-11-22",
    },
    countries: [
      {
        code: "GB",
        name: "United Kingdom",
        emergency: [{ number: "999", label: "Emergency", second_hand: false }],
        emergency_text: known,
        urgent: known,
        crisis: known,
        ward: known,
        second_opinion: known,
        who_pays: known,
        records: known,
        records_cost: known,
        answer_time: { limit: span, extension: span, older: { years: 8, limit: span }, is_usual: false },
        representative: known,
        register: known,
        portal: known,
        interpreter: known,
        sources: [source],
        checked_on: "2026-11-22",
      },
    ],
  };
}

type Step = string | number;

/** The path to everything in `value`: ["countries", 0, "name"] and so on. */
function places(value: unknown, way: Step[] = []): Step[][] {
  if (typeof value !== "object" || value === null) return [way];
  const inside = Object.entries(value).flatMap(([name, part]) =>
    places(part, [...way, Array.isArray(value) ? Number(name) : name]),
  );
  return way.length === 0 ? inside : [way, ...inside];
}

function isOptional(way: Step[]): boolean {
  return ["sources", "cards"].includes(String(way.at(-3))) && optional.includes(String(way.at(-1)));
}

function changed(way: Step[], put: unknown): unknown {
  const copy: unknown = structuredClone(whole());
  const holder = way.slice(0, -1).reduce<unknown>((part, step) => Reflect.get(Object(part), step), copy);
  Reflect.set(Object(holder), way.at(-1) ?? "", put);
  return copy;
}

function answer(body: string, { status = 200, type = "application/json" } = {}): Response {
  return new Response(body, { status, headers: { "Content-Type": type } });
}

describe("the shape of the guidance", () => {
  it("fits what the server gives, and what a later server adds to it", () => {
    expect(isBundle(whole())).toBe(true);
    expect(isBundle({ ...whole(), more: 1, cards: whole().cards.map((one) => ({ ...one, more: [] })) })).toBe(true);
    expect(isBundle(changed(["countries", 0, "sources", 0, "second_hand"], undefined))).toBe(true);
    expect(isBundle(changed(["countries", 0, "crisis"], null))).toBe(true);
    expect(isBundle({ ...bundle("1"), countries: [country("US"), country("other")] })).toBe(true);
  });

  it.each(places(whole()).map((way) => [way.join("/"), way]))(
    "does not fit when %s is of another kind",
    (_name, way) => {
      expect(isBundle(changed(way, { of: "another kind" }))).toBe(false);
    },
  );

  it.each(
    places(whole())
      .filter((way) => typeof way.at(-1) === "string" && !isOptional(way))
      .map((way) => [way.join("/"), way]),
  )("does not fit when %s is missing", (_name, way) => {
    expect(isBundle(changed(way, undefined))).toBe(false);
  });

  it("does not fit with a country as an older server had it", () => {
    const older = { code: "GB", name: "United Kingdom", emergency: [], other_lines: [], records_days: 31 };
    expect(isBundle({ ...bundle("1"), countries: [country("US"), older] })).toBe(false);
  });

  it.each([[{}], [[]], [null], ["<html>"], [0]])("is not that of %j", (value) => {
    expect(isBundle(value)).toBe(false);
  });
});

describe("an answer with the guidance", () => {
  it("is believed when status, type and shape are right", async () => {
    expect(await bundleIn(answer(JSON.stringify(whole())))).toEqual(whole());
  });

  it.each([
    ["HTML with status 200", answer("<html>Log in</html>", { type: "text/html" })],
    ["{} with status 200", answer("{}")],
    ["half of the guide", answer(JSON.stringify(whole()).slice(0, 300))],
    ["the guide as HTML", answer(JSON.stringify(whole()), { type: "text/html" })],
    ["the guide with status 511", answer(JSON.stringify(whole()), { status: 511 })],
    ["the guide with status 203", answer(JSON.stringify(whole()), { status: 203 })],
  ])("is refused when it is %s", async (_what, response) => {
    expect(await bundleIn(response)).toBeNull();
  });
});
