// The page of one entry: finds it by its id, removes it when it is left blank, and says so when it is gone. An entry
// with a `page` is read first; its form is behind Edit, and Back leads from there to the page. An entry that nobody has
// written into opens as its form. The form is written by hand; the components in it get the entry from here.
import { Check } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Kind, Read } from "../../domain/case/defineKind";
import type { CaseDoc } from "../../domain/case/document";
import type { Shape } from "../../domain/case/fields";
import { messagesFrom } from "../../i18n";
import paperWords from "../../i18n/en/paper.json";
import { CaseScreen } from "../components/caseScreen";
import { useView } from "../components/view";
import { Button } from "../start/components/button";
import { goUp } from "../start/router";
import { useServices } from "../start/services";
import { useOpened } from "../start/useCase";
import { EntryContext, EntryGone } from "./entryEnd";
import { addressOf } from "./entryNames";
import { type PageOf, ReadPage } from "./readPage";
import { useNothingLeftBehind } from "./useEntry";
import { useTitle } from "./useTitle";

const t = messagesFrom(paperWords);

type EntryProps<S extends Shape> = {
  of: Kind<S>;
  id: string;
  /** The screen above, where a deletion leads. */
  up: string;
  /** Whether the entry stays although nobody has written into it. */
  stays?: ((entry: Read<S>, doc: CaseDoc) => boolean) | undefined;
  /** The form. */
  children: (entry: Read<S>) => ComponentChildren;
};
type Frame<S extends Shape> = {
  /** Of what kind it is. Its name stands beside it. */
  title: string;
  dock?: (entry: Read<S>) => ComponentChildren;
  /** What is read; null for an entry that has only its form. */
  page?: (entry: Read<S>, doc: CaseDoc) => PageOf<S> | null;
  wide?: boolean;
};

export function EntryPage<S extends Shape>(props: EntryProps<S> & Frame<S>) {
  const { of, id, up, stays, dock, page, children, title, ...frame } = props;
  const titles = useTitle(title, of, id);
  const isEdited = useView() === "edit";
  const [isDone, setDone] = useState(false);
  const { value: current } = useServices().openCase;
  const doc = current.state === "open" ? current.opened.doc : null;
  const entry = doc && of.find(doc, id);
  const wasBlank = useRef<boolean | null>(null);
  // From the form behind Edit one comes to the page, even if the entry was begun there.
  if (isEdited) wasBlank.current = false;
  if (entry) wasBlank.current ??= of.isBlank(entry);
  const read = doc && entry && page ? page(entry, doc) : null;
  const isNew = wasBlank.current && !isDone;
  if (entry && read && !isEdited && !isNew) {
    return <ReadPage {...frame} title={title} up={up} entry={entry} page={read} />;
  }
  const back = isEdited ? addressOf(of.kind, id) : up;
  const showPage = () => (isEdited || !entry || of.isBlank(entry) ? goUp(back) : setDone(true));
  return (
    <CaseScreen
      {...frame}
      {...titles}
      back={back}
      dock={dock ? <Docked of={of} id={id} dock={dock} /> : read && <Done onDone={showPage} />}
    >
      <Standing of={of} id={id} up={up} stays={stays}>
        {children}
      </Standing>
    </CaseScreen>
  );
}

/** Everything is saved already: it only leads to the page. */
export function Done({ onDone }: { onDone: () => void }) {
  return (
    <Button icon={Check} onClick={onDone}>
      {t("paper.done")}
    </Button>
  );
}

function Docked<S extends Shape>({
  of,
  id,
  dock,
}: Pick<EntryProps<S>, "of" | "id"> & Required<Pick<Frame<S>, "dock">>) {
  const entry = of.find(useOpened().doc, id);
  return entry && <>{dock(entry)}</>;
}

function Standing<S extends Shape>({ of, id, up, stays, children }: EntryProps<S>) {
  const { doc } = useOpened();
  useNothingLeftBehind(of, id, stays);
  const entry = of.find(doc, id);
  return (
    <EntryContext.Provider value={{ kind: of.kind, id, up }}>
      {entry === null ? <EntryGone kind={of.kind} id={id} /> : children(entry)}
    </EntryContext.Provider>
  );
}
