// The quiet line under the title: is what I wrote safe, and has it gone to my other phone? Always true, never an alarm.
import { ShieldCheck } from "lucide-preact";
import { useServices } from "../services";
import { statusParts } from "../statusText";
import { useChanges } from "../useCase";
import { Icon } from "./icon";
import "./statusLine.css";

export function StatusLine() {
  const { core, openCase } = useServices();
  const sync = core.value.state === "open" ? core.value.sync : null;
  const opened = openCase.value.state === "open" ? openCase.value.opened : null;
  useChanges(sync);
  useChanges(opened);
  const parts = statusParts(opened?.saving() ?? null, sync?.current() ?? null);
  if (parts.length === 0) return null;
  return (
    <p class="status">
      <Icon of={ShieldCheck} small />
      <span>{parts.join(" · ")}</span>
    </p>
  );
}
