// The page of one entry: finds it by its id, deletes it with an undo, and removes it when it is left blank. The page
// itself is written by hand; the components in it get the case and the entry from here.
import type { ComponentChildren } from "preact";
import type { Kind, Read } from "../../domain/case/defineKind";
import type { CaseDoc } from "../../domain/case/document";
import type { Shape } from "../../domain/case/fields";
import { CaseScreen } from "../components/caseScreen";
import { useOpened } from "../start/useCase";
import { EntryContext, EntryGone } from "./entryEnd";
import { useNothingLeftBehind } from "./useEntry";

type EntryProps<S extends Shape> = {
  of: Kind<S>;
  id: string;
  /** The screen above, where a deletion leads. */
  up: string;
  /** Whether the entry stays although nobody has written into it. */
  stays?: ((entry: Read<S>, doc: CaseDoc) => boolean) | undefined;
  children: (entry: Read<S>) => ComponentChildren;
};
type Frame<S extends Shape> = {
  title: string;
  dock?: (entry: Read<S>) => ComponentChildren;
  wide?: boolean;
};

export function EntryPage<S extends Shape>({ of, id, up, stays, dock, children, ...frame }: EntryProps<S> & Frame<S>) {
  return (
    <CaseScreen {...frame} back={up} dock={dock && <Docked of={of} id={id} dock={dock} />}>
      <Standing of={of} id={id} up={up} stays={stays}>
        {children}
      </Standing>
    </CaseScreen>
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
