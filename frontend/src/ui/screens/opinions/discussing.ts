// The task to talk an opinion over with the first doctor, in words, made as soon as the opinion holds some.
// What is stored are plain words, without the marks that keep a name apart on a screen.
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

/** Looks once after every rendering: the screen above renders again when the case changes. */
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
