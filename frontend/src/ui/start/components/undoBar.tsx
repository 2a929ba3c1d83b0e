// "Deleted. Undo", instead of "are you sure?". It is in the dock, within thumb and keyboard reach.
import { Undo2, X } from "lucide-preact";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import { closeUndo, offered, takeBack } from "../undo";
import { Icon } from "./icon";
import "./undoBar.css";

const t = messagesFrom(frameWords);

export function UndoBar() {
  if (offered.value === null) return null;
  const { sentence, button, undo } = offered.value;
  return (
    <div class="undo" role="status">
      <p>{sentence}</p>
      {undo && (
        <button type="button" class="undo-button" onClick={takeBack}>
          {!button && <Icon of={Undo2} />}
          {button ?? t("undo.button")}
        </button>
      )}
      <button type="button" class="undo-button" onClick={closeUndo} aria-label={t("undo.close")}>
        <Icon of={X} />
      </button>
    </div>
  );
}
