import { effect } from "@preact/signals";
import { describe, expect, it } from "vitest";
import type { OpenCase } from "../../../src/cases/documents/book";
import { caseField, newDocument, rootMap, setCaseField } from "../../../src/domain/case/document";
import { watch, watchedCase } from "../../../src/ui/start/watched";
import { writerNamed } from "../domain/twoDocs";

function openedCase(): OpenCase {
  const doc = newDocument();
  return {
    id: "case",
    doc,
    writer: writerNamed("ana"),
    isOwn: () => true,
    isOwnDevice: () => true,
    saving: () => ({ state: "saved" }),
    subscribe: (listener) => {
      doc.on("update", listener);
      return () => doc.off("update", listener);
    },
    flush: async () => {},
  };
}

describe("whoever reads a case hears of its changes", () => {
  it("by reading its document, and no more after having stopped", () => {
    const opened = watchedCase(openedCase());
    const seen: string[] = [];
    const stop = effect(() => {
      seen.push(caseField(opened.doc, "patientName", "").value);
    });
    setCaseField(opened.doc, opened.writer, "patientName", "Ana");
    expect(seen).toEqual(["", "Ana"]);
    stop();
    setCaseField(opened.doc, opened.writer, "patientName", "Anna");
    expect(seen).toEqual(["", "Ana"]);
  });

  it("and by reading whether it is saved", () => {
    const opened = watchedCase(openedCase());
    let looks = 0;
    effect(() => {
      opened.saving();
      looks += 1;
    });
    rootMap(opened.doc, "case").set("x", 1);
    expect(looks).toBe(2);
  });

  it("one case is one thing, however often it is shown", () => {
    const opened = openedCase();
    expect(watchedCase(opened)).toBe(watchedCase(opened));
    expect(watchedCase(opened)).not.toBe(watchedCase(openedCase()));
  });

  it("listens once to a source that many read, and to none where there is none", () => {
    let listening = 0;
    const source = {
      subscribe: () => {
        listening += 1;
        return () => {};
      },
    };
    for (const _ of [1, 2]) effect(() => watch(source));
    effect(() => watch(null));
    expect(listening).toBe(1);
  });
});
