// A whole document as changes, for storing all of it again. Pure.
import * as Y from "yjs";
import type { CaseDoc } from "../case/document";
import type { Change } from "./updates";

/** The whole document as one change, or as several if one would be larger than `most` bytes. */
export function wholeOf(doc: CaseDoc, most: number): Change[] {
  const state = Y.decodeStateVector(Y.encodeStateVector(doc));
  const part = (sessions: number[]): Change[] => {
    const others = new Map([...state].filter(([session]) => !sessions.includes(session)));
    const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(others));
    if (update.length <= most || sessions.length < 2) return [{ update, touched: [] }];
    const half = sessions.length >> 1;
    return [...part(sessions.slice(0, half)), ...part(sessions.slice(half))];
  };
  return part([...state.keys()]);
}
