// The words of the task to discuss an opinion with the first doctor, created as soon as the opinion holds words. They
// are stored as plain text, without the characters that isolate a name on screen.
import { useEffect } from "preact/hooks";
import type { OpenCase } from "../../../cases/documents/book";
import type { CaseDoc } from "../../../domain/case/document";
import { type DiscussWords, ensureDiscussTask } from "../../../domain/opinions/discuss";
import type { Opinion } from "../../../domain/opinions/opinionEntries";
import { firstDoctorsName, nextVisitWithFirst } from "../../../domain/opinions/opinions";
import { messagesFrom } from "../../../i18n";
import opinionsWords from "../../../i18n/en/opinions.json";
import { localNow } from "../../start/localNow";

const t = messagesFrom(opinionsWords);

/** Checks after every rendering: the screen above renders again when the case changes. */
export function useDiscussTask(opened: OpenCase, opinion: Opinion): void {
  useEffect(() => {
    ensureDiscussTask(opened.doc, opened.writer, opinion, discussWords(opened.doc));
  });
}

export function discussWords(doc: CaseDoc): DiscussWords {
  const who = firstDoctorsName(doc);
  return {
    what: who === "" ? t("discuss.task") : t("discuss.taskWith", { who }),
    points: `${t("discuss.point1")}\n${t("discuss.point2")}`,
    dueOn: nextVisitWithFirst(doc, localNow())?.when.value.slice(0, 10) ?? "",
  };
}
