// The servers that the conformance stories run against: the simulator's relay, and the real server when its address is
// given.
import { newLogOfOwn } from "../../src/crypto/logId";
import type { Answer, Grant, LogApi, ServerApi } from "../../src/protocol/api";
import { createClient } from "../../src/sync/client";
import { Relay } from "../simulation/relay";
import { hex, type Writer, writerOn } from "./envelopes";

const server = process.env.SECOND_LOOK_SERVER;
export const relays: [string, () => ServerApi][] = [
  ["the simulator's relay", () => new Relay(() => hex(16), Date.now)],
  ...(server === undefined
    ? []
    : [[`the server at ${server}`, () => createClient(fetch, server)] satisfies [string, () => ServerApi]]),
];

export function granted<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

export function codeOf(answer: Answer<unknown>): string {
  return answer.ok ? "ok" : answer.code;
}

export function grantFor({ device, tokenHash }: Writer, role: Grant["role"]): Grant {
  return { device, role, tokenHash };
}

/** A new log on that server, and how its owner lets in a device of theirs. */
export async function newLog(api: LogApi) {
  const { log, ownerToken: owner } = await newLogOfOwn();
  const { incarnation } = granted(await api.createLog(log, owner));
  const admitted = async () => {
    const writer = await writerOn(log);
    granted(await api.grant(log, owner, grantFor(writer, "owner")));
    return writer;
  };
  return { log, owner, incarnation, admitted };
}
