// Where people type. Every letter goes to `onInput` at once, and the caret never jumps when another phone changes the
// same text. The element keeps its own value and is written to only when the document differs. autocomplete="off" also
// keeps the browser from storing the words, unsealed, for restoring the page.
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { messagesFrom } from "../../i18n";
import noticesWords from "../../i18n/en/notices.json";
import { followKeyboard } from "./keyboardHeight";
import { caretAfter, carriedOver } from "./typing";
import "./field.css";

const t = messagesFrom(noticesWords);

// One text must fit into one sealed change, with space to spare.
const MOST_LETTERS = 100_000;

type Props = {
  label: string;
  /** The label is read out but not shown. */
  quietLabel?: boolean;
  hint?: string | undefined;
  value: string;
  onInput: (text: string) => void;
  /** The text as the document has it right now, for text that two people may write at once. */
  current?: () => string;
  placeholder?: string;
  autoFocus?: boolean;
};
type Editable = HTMLInputElement | HTMLTextAreaElement;

type LineProps = Props & {
  type?: "text" | "search";
  autocapitalize?: "off" | "characters" | "sentences";
  spellcheck?: boolean;
};

export function TextField({ type = "text", autocapitalize = "sentences", spellcheck = true, ...props }: LineProps) {
  const typing = useTyping<HTMLInputElement>(props);
  const id = useId();
  const same = {
    ...typing,
    id,
    class: "field-box",
    dir: "auto",
    placeholder: props.placeholder,
    "aria-describedby": props.hint ? `${id}-hint` : undefined,
    autocomplete: "off",
    autocapitalize,
    spellcheck,
  } as const;
  return (
    <div class="field">
      <FieldLabel id={id} {...props} />
      {type === "search" ? <input {...same} type="search" /> : <input {...same} type="text" />}
      {type === "text" && <OnPaper text={props.value} />}
    </div>
  );
}

type AreaProps = Props & {
  rows?: number | undefined;
  tall?: boolean;
  /** Return ends the text and begins another: the keyboard's key says so. */
  returnAdds?: boolean;
};

export function TextArea({ rows = 5, tall = false, returnAdds = false, ...props }: AreaProps) {
  const typing = useTyping<HTMLTextAreaElement>(props);
  const id = useId();
  return (
    <div class={tall ? "field field-tall" : "field"}>
      <FieldLabel id={id} {...props} />
      <textarea
        {...typing}
        id={id}
        class="field-box"
        rows={rows}
        dir="auto"
        placeholder={props.placeholder}
        autocomplete="off"
        enterkeyhint={returnAdds ? "next" : undefined}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
      />
      <OnPaper text={props.value} />
      {props.value.length >= MOST_LETTERS && <p role="status">{t("field.full")}</p>}
    </div>
  );
}

/** The text for print, in place of the box, which would print only its visible part. Never read out. */
function OnPaper({ text }: { text: string }) {
  return <div class="field-on-paper" data-text={text} aria-hidden="true" />;
}

export function FieldLabel({
  id,
  label,
  quietLabel,
  hint,
}: {
  id: string;
  label: string;
  quietLabel?: boolean;
  hint?: string | undefined;
}) {
  return (
    <>
      <label class={quietLabel ? "hidden-but-read" : "field-label"} for={id}>
        {label}
      </label>
      {hint && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  );
}

function useTyping<E extends Editable>({ value, onInput, current, autoFocus = false }: Props) {
  const ref = useRef<E>(null);
  const shown = useRef<string | null>(null);
  const composing = useRef(false);
  useLayoutEffect(() => {
    // Writing into a field during composition (Chinese, Arabic, predictive keyboards) would break the word.
    if (ref.current && !composing.current && shown.current !== value) show(ref.current, shown, value);
  });
  useLayoutEffect(followKeyboard, []);
  useLayoutEffect(() => {
    if (autoFocus) ref.current?.focus({ preventScroll: true });
  }, [autoFocus]);
  return {
    ref,
    maxLength: MOST_LETTERS,
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: () => {
      composing.current = false;
    },
    onInput: () => {
      if (!ref.current) return;
      const typed = ref.current.value;
      const seen = shown.current ?? "";
      shown.current = typed;
      onInput(current ? carriedOver(seen, typed, current()) : typed);
    },
  };
}

function show(element: Editable, shown: { current: string | null }, value: string): void {
  const start = element.selectionStart;
  const end = element.selectionEnd;
  const before = element.value;
  element.value = value;
  shown.current = value;
  if (start === null || end === null || element !== document.activeElement) return;
  element.setSelectionRange(caretAfter(before, value, start), caretAfter(before, value, end));
}
