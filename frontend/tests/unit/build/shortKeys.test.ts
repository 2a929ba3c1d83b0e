// The built app finds every message: what is written out whole gets a short key, what is put together keeps its name.
import { describe, expect, it } from "vitest";
import { renamed, shortened, withShortKeys } from "../../../vite/shortKeys";

const WORDS = {
  tasks: {
    title: "To do",
    left: { one: "1 left", other: "{count} left" },
    about: { own: "Your own", book: "Book a visit" },
  },
  medicines: { dose: "Dose", add: "Add a medicine" },
};
const TEMPLATE = "`tasks.about.$" + "{about}`";
const SOURCE = [
  `t("tasks.title"); t("tasks.left", { count }); t(${TEMPLATE});`,
  'const Field = fieldsOf(medicineEntries, medicinesWords, "medicines");',
].join("\n");
const short = shortened([JSON.stringify(WORDS)], [SOURCE]);

describe("short keys", () => {
  it("are given to what is written out whole, plurals too", () => {
    expect([...short]).toEqual([
      ["tasks.title", "tasks.0_"],
      ["tasks.left", "tasks.1_"],
    ]);
    expect(withShortKeys(SOURCE, short)).toContain(`t("tasks.0_"); t("tasks.1_", { count }); t(${TEMPLATE})`);
  });

  it("leave every text where its key leads", () => {
    expect(renamed(WORDS, short)).toEqual({
      tasks: { "0_": "To do", "1_": WORDS.tasks.left, about: WORDS.tasks.about },
      medicines: WORDS.medicines,
    });
  });

  it("leave a text alone that only looks like a key", () => {
    expect(withShortKeys('open("tasks.json"); say("tasks.titles")', short)).toBe(
      'open("tasks.json"); say("tasks.titles")',
    );
  });
});
