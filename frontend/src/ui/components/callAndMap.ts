// The addresses behind a phone number and a place that somebody typed: a tap starts the call, or opens the map app of this phone.
// Both leave the browser for another app; no website is asked, and nothing is sent before the tap. Pure.
import { dialled } from "../screens/help/dialled";

export function callHref(phone: string): string | null {
  const number = dialled(phone);
  return number && `tel:${number}`;
}

/** Null where no map app is known to listen: a link that does nothing helps nobody. `agent` is the browser's own description. */
export function mapHref(place: string, agent: string): string | null {
  // Half a sign, which a cut-off text may end with, cannot stand in an address.
  const sought = place
    .replace(/\p{Cs}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  if (sought === "") return null;
  const query = encodeURIComponent(sought);
  if (/iPhone|iPad|iPod|Macintosh/.test(agent)) return `maps://?q=${query}`;
  return agent.includes("Android") ? `geo:0,0?q=${query}` : null;
}
