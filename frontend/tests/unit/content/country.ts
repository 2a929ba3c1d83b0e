import type { Country, Fact } from "../../../src/content/bundle";

/** A country about which nothing is known, except what a test adds. */
export function country(code: string, known: Partial<Country> = {}): Country {
  return {
    code,
    name: code,
    emergency: [],
    emergency_text: null,
    urgent: null,
    crisis: null,
    ward: null,
    second_opinion: null,
    who_pays: null,
    records: null,
    records_cost: null,
    answer_time: null,
    representative: null,
    register: null,
    portal: null,
    interpreter: null,
    sources: [],
    checked_on: "2026-11-25",
    ...known,
  };
}

export function fact(text: string, known: Partial<Fact> = {}): Fact {
  return { text, number: null, sms: false, url: null, sources: [], second_hand: false, ...known };
}
