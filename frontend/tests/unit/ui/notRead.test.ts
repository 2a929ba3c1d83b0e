import { describe, expect, it } from "vitest";
import guide from "../../../src/i18n/en/guide.json";
import { aboutReading } from "../../../src/ui/screens/guide/notRead";
import { card } from "../content/fixture";

const unread = card("W1", "Good reasons to ask", "");
const read = { ...card("W2", "When a lot is at stake", ""), read_by_clinician: true };

describe("who has read the guidance", () => {
  it("says that no doctor has while none is marked as read", () => {
    expect(aboutReading([unread, unread])).toBe(guide.guide.cardsUnread);
  });

  it("says that a doctor has read some, and leaves it to each card which", () => {
    expect(aboutReading([unread, read])).toBe(guide.guide.cardsPartlyRead);
  });

  it("says nothing once each card has been read", () => {
    expect(aboutReading([read, read])).toBeNull();
  });
});
