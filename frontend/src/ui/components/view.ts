// How a page is looked at: read, changed (?edit), or shown to somebody (?show). It is part of the address, so that Back
// leads from the form to the page, and each view can be opened again. Any other address counts as reading.
import { useRef } from "preact/hooks";
import { visits } from "../start/router";

export type View = "read" | "edit" | "show";

export function useView(): View {
  // The screen stays in sight until the next one is loaded: an address that is not its own changes nothing.
  const here = useRef<{ path: string; view: View }>({ path: location.pathname, view: "read" }).current;
  void visits.value;
  if (location.pathname === here.path) here.view = viewIn(location.search);
  return here.view;
}

function viewIn(search: string): View {
  if (search === "?edit") return "edit";
  return search === "?show" ? "show" : "read";
}
