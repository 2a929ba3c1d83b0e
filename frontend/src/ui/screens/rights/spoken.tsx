// What to say about one's rights. In a case that somebody writes for another person, the lines say "we".
import { helping } from "../../../domain/helping/helping";
import { messagesFrom } from "../../../i18n";
import rightsWords from "../../../i18n/en/rights.json";
import { useServices } from "../../start/services";
import { SayLines } from "./sayLines";

const t = messagesFrom(rightsWords);

type Said = keyof (typeof rightsWords)["rights"]["own"];

/** These screens also open before there is a case: then the person speaks for themselves. */
export function Spoken({ said }: { said: readonly Said[] }) {
  const current = useServices().openCase.value;
  const isHelped = current.state === "open" && helping(current.opened.doc) !== null;
  return <SayLines lines={said.map((one) => t(`rights.${isHelped ? "helped" : "own"}.${one}`))} />;
}
