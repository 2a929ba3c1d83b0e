// A small bundle of the shape the server sends.
import type { Bundle, GuideCard } from "../../../src/content/bundle";

export function card(id: string, title: string, body: string, summary = ""): GuideCard {
  return {
    id,
    section: "prepare",
    title,
    summary,
    body_html: body,
    do: [{ text: "Write it down", screen: "notes" }],
    sources: [],
    unverified: [],
    reviewed_on: "2026-11-22",
    review_by: "2027-11-22",
    read_by_clinician: false,
  };
}

export function bundle(version: string, cards: GuideCard[] = []): Bundle {
  return {
    language: "en",
    version,
    sections: [{ id: "prepare", title: "Prepare", cards: cards.map(({ id }) => id) }],
    cards,
    glossary: [
      { term: "biopsy", meaning: "A small piece of you, looked at closely." },
      { term: "scan", meaning: "A picture of the inside." },
    ],
    help: { do_not_wait: "Do not wait.", cards: [], checked_note: "", sources: [], reviewed_on: "" },
    countries: [],
  };
}
