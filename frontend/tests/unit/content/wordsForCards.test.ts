// What a worried person types, British or American, and the card that must be among the first three. Five for each of
// the 28 cards.
import { describe, expect, it } from "vitest";
import { guideSearch } from "../../../src/content/search";
import * as spelling from "../../../src/i18n/folding";
import { bundle } from "./fixture";
import { realCards } from "./realCards";

const search = guideSearch(bundle("1", realCards), spelling);

const typedFor: Record<string, string[]> = {
  W1: ["worried", "is the diagnosis wrong", "not sure", "misdiagnosed", "peace of mind"],
  W2: ["big operation", "surgery", "cancer", "not getting better", "serious illness"],
  W3: ["what are my options", "alternatives", "other treatments", "watch and wait", "do I have a choice"],
  W4: ["afraid", "scared", "nobody listens", "doctor was rushed", "ignored"],
  P1: ["scan", "x-ray", "MRI", "test results", "missing records"],
  P2: ["medical history", "symptoms", "summary", "my story", "past operations"],
  P3: ["my questions", "list of questions", "what to ask first", "I forget what to ask", "most important question"],
  P4: ["money", "private", "how long is the wait", "price", "find a doctor"],
  C1: ["expert", "specialist", "consultant", "surgeon", "rare disease"],
  C2: ["GP", "family doctor", "primary care", "referral", "who do you recommend"],
  C3: ["license", "qualifications", "reviews", "is the doctor trained", "ratings"],
  C4: ["university hospital", "teaching hospital", "clinical trial", "research", "best hospital"],
  D1: ["behind my doctor's back", "should I tell the doctor", "is it rude", "be honest", "what do I say first"],
  D2: ["tablets", "pills", "medication", "vitamins", "list of drugs"],
  D3: ["can my daughter come", "bring my wife", "record the conversation", "going alone", "someone with me"],
  D4: ["side effects", "risks", "I do not understand", "what questions to ask", "long words"],
  A1: ["go back to my doctor", "first doctor", "report", "follow up", "what happens after"],
  A2: ["doctors disagree", "who is right", "different diagnosis", "conflicting advice", "two opinions"],
  A3: [
    "third opinion",
    "doctors say the opposite",
    "still not sure after two",
    "one more doctor",
    "completely different",
  ],
  A4: ["quality of life", "how do I decide", "what matters to me", "too old", "my family wants"],
  F1: ["hide", "secret", "embarrassed", "drinking", "tell the truth"],
  F2: ["how long can I wait", "urgent", "deadline", "too late", "delay"],
  F3: ["refuse", "say no", "do not agree", "must I follow it", "change my mind"],
  F4: ["doctor shopping", "good news", "hope", "bad news", "in denial"],
  R1: ["insurance", "who pays", "NHS", "Medicare", "am I allowed"],
  R2: ["copy of my records", "refuse my records", "data protection", "get my file", "my rights to my notes"],
  R3: ["doctor is angry", "upset", "will my doctor drop me", "refused", "complaint"],
  R4: ["is it worth it", "avoid an operation", "proof", "cost", "does it help"],
};

describe("the cards of the guide", () => {
  it("have five words each that a worried person would type", () => {
    expect(realCards.map(({ id }) => id)).toEqual(Object.keys(typedFor).sort());
    for (const [id, words] of Object.entries(typedFor)) expect(new Set(words).size, id).toBe(5);
    const unread = realCards.filter((one) => !one.title || !one.summary || !one.body_html || one.do.length === 0);
    expect(unread.map(({ id }) => id)).toEqual([]);
  });

  it.each(Object.entries(typedFor).flatMap(([id, words]) => words.map((typed) => [typed, id] as const)))(
    "“%s” finds %s among the first three",
    (typed, id) => {
      expect(
        search(typed)
          .map((found) => found.id)
          .slice(0, 3),
      ).toContain(id);
    },
  );
});
