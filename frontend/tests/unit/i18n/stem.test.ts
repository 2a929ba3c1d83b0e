import { describe, expect, it } from "vitest";
import { stem } from "../../../src/i18n/stem";

describe("the stem of a word", () => {
  it.each([
    ["ask", "asks", "asked", "asking"],
    ["letter", "letters"],
    ["worry", "worries", "worried", "worrying"],
    ["refuse", "refuses", "refused", "refusing"],
    ["take", "takes", "taking"],
    ["stop", "stops", "stopped", "stopping"],
    ["change", "changes", "changed", "changing"],
    ["scare", "scares", "scared"],
    ["box", "boxes"],
    ["medicine", "medicines"],
    ["note", "notes", "noted", "noting"],
    ["urgent", "urgently"],
  ])("%s is one with its other forms", (...forms) => {
    expect(new Set(forms.map(stem)).size, forms.map(stem).join(" ")).toBe(1);
  });

  it.each([
    ["note", "not"],
    ["hope", "hop"],
    ["family", "famine"],
    ["illness", "ill"],
    ["early", "ear"],
    ["this", "thing"],
    ["red", "ring"],
    ["news", "need"],
    ["diagnosis", "diagnosed"],
  ])("%s is another than %s", (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });
});
