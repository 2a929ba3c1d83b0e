// The words of a letter on its sheet.
import { PaperWords } from "../../components/paper";
import type { Paragraph } from "./letterText";

export function Paragraphs({ of }: { of: readonly Paragraph[] }) {
  return (
    <>
      {of.map(({ text, isSubject, isOwn = false }, at) =>
        // By position: two paragraphs may say the same.
        isSubject ? <h2 key={at}>{text}</h2> : <PaperWords key={at} text={text} isOwn={isOwn} />,
      )}
    </>
  );
}
