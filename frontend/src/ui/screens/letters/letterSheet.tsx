// A letter as a sheet of paper.
import { messagesFrom } from "../../../i18n";
import letterWords from "../../../i18n/en/letters.json";
import { Paper, PaperWords } from "../../components/paper";
import type { Paragraph } from "./letterText";

const t = messagesFrom(letterWords);

export function LetterSheet({ paragraphs }: { paragraphs: readonly Paragraph[] }) {
  return (
    <Paper label={t("letter.preview")}>
      {paragraphs.map(({ text, isSubject, isOwn = false }, at) =>
        // By place: two paragraphs may say the same.
        isSubject ? <h2 key={at}>{text}</h2> : <PaperWords key={at} text={text} isOwn={isOwn} />,
      )}
    </Paper>
  );
}
