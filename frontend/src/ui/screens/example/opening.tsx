// Opens the example in place of the phone's own cases, and closes it again where the person came from: by the button in
// the line above every screen, or by going back as far.
import { useEffect } from "preact/hooks";
import { example } from "../../start/example";
import { today } from "../../start/localNow";
import { depth, navigate } from "../../start/router";
import { type Services, useServices } from "../../start/services";
import { closeUndo } from "../../start/undo";
import { exampleServices } from "./exampleServices";
import { Line, NotInExample } from "./line";

/** What is about the person's own cases and phones, and what starts a case. */
const OWN =
  /^\/(pair|join|recover|copy|cases|begin|case\/(copy|companions)|more\/(phones|recovery-code|storage))(\/|$)/;
/** Browsers keep at least this many entries of the history. */
const MOST_BACK = 40;

export function Opening() {
  const own = useServices();
  useEffect(() => open(own), []);
  return null;
}

function open(own: Services): void {
  const first = depth() + 1;
  const close = () => {
    removeEventListener("popstate", look);
    closeUndo();
    example.value = null;
  };
  const look = () => {
    if (depth() < first) close();
  };
  const leave = () => {
    const back = depth() - first + 1;
    if (back < MOST_BACK) return history.go(-back);
    close();
    navigate("/", { replace: true });
  };
  const instead = { load: async () => () => <NotInExample leave={leave} />, params: {} };
  example.value = {
    services: exampleServices(own, today()),
    Line: () => <Line leave={leave} />,
    instead: (address) => (OWN.test(address) ? instead : null),
  };
  navigate("/");
  addEventListener("popstate", look);
}
