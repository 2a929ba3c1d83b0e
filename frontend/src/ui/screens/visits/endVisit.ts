// Marking a visit as over, with an undo. Must not end a visit of a later day unasked.
import type { OpenCase } from "../../../cases/documents/book";
import { endVisit, goOn } from "../../../domain/visits/afterVisit";
import { setVisit, type Visit, visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import visitWords from "../../../i18n/en/visit.json";
import { today } from "../../start/localNow";
import { offerUndo, offerUnlessJustOffered } from "../../start/undo";

const t = messagesFrom(visitWords);

/** A visit of a later day does not end: it was only looked at, or it was today after all, so the person is asked. */
export function end({ doc, writer }: OpenCase, visit: Visit): void {
  const ended = endVisit(doc, writer, visit, today());
  if (ended) {
    offerUndo(t("visitRoom.ended"), () => goOn(doc, writer, ended));
    return;
  }
  offerUnlessJustOffered({
    sentence: t("visitRoom.notToday", { date: dayText(visit.when.value.slice(0, 10)) }),
    button: t("visitRoom.wasToday"),
    undo: () => {
      setVisit(doc, writer, visit.id, { when: today() });
      const moved = visits(doc).find(({ id }) => id === visit.id);
      if (moved) endVisit(doc, writer, moved, today());
    },
  });
}
