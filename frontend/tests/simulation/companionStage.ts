// The starting point of the stories with a companion.
import { expect } from "vitest";
import { converge } from "./devices";
import { invitationFrom, stage, write } from "./stage";

/** Ana's phone with two cases, and Ben's, who has joined one of them. */
export async function anaAndBen() {
  const { clock, relay, device } = stage();
  const [ana, ben] = [device("ana"), device("ben")];
  const [a, b] = [await ana.start(), await ben.start()];
  await a.book.create("Teeth");
  const id = await a.book.create("Knee");
  await write(a, id, "before Ben");
  const code = await invitationFrom(a, id);
  expect(await b.companions.preview(code)).toEqual({ ok: true, owner: "Ana", title: "Knee" });
  expect(await b.companions.enter(code, "Ben")).toEqual({ ok: true, id });
  await converge([ana, ben], clock);
  const close = async () =>
    a.companions.close(
      id,
      a.companions.guests(id).map((guest) => guest.device),
    );
  return { clock, relay, device, ana, ben, a, b, id, code, close };
}
