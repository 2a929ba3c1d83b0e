// Links for a typed phone number or place: a tap starts the call, or opens the map app of this phone. Both leave the
// browser for another app. No website is contacted, and nothing is sent before the tap. Pure.
import { dialled } from "../screens/help/dialled";

export function callHref(phone: string): string | null {
  const number = dialled(phone);
  return number && `tel:${number}`;
}

/** Null where no map app is known to open such links: a dead link helps nobody. `agent` is the browser's user agent. */
export function mapHref(place: string, agent: string): string | null {
  // A lone half of a surrogate pair, at the end of a cut-off text, is not allowed in an address.
  const sought = place
    .replace(/\p{Cs}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  if (sought === "") return null;
  const query = encodeURIComponent(sought);
  if (/iPhone|iPad|iPod|Macintosh/.test(agent)) return `maps://?q=${query}`;
  return agent.includes("Android") ? `geo:0,0?q=${query}` : null;
}
