// A hostile device on plain Node, for the stories in a real browser: it takes a code, writes one attack, and ends.
import { createClient } from "../../src/sync/client";
import { type Attack, attacks } from "./attacks";
import { HostileDevice } from "./device";

type Order = { code: string; as: "own phone" | "companion"; attack: Attack };

/** Reads an order as JSON and answers `{}` once it is carried out. */
export async function main(
  address: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<void> {
  const parts: string[] = [];
  for await (const part of input) parts.push(String(part));
  const { code, as, attack }: Order = JSON.parse(parts.join(""));
  const server = createClient(fetch, address);
  const device = await (as === "own phone"
    ? HostileDevice.inKeyring(server, code)
    : HostileDevice.inCase(server, code));
  await attacks[attack](device);
  output.write("{}\n");
}
