// In front of every screen that shows a case: waits while the case opens, and says in plain words when there is none or
// it cannot open.
import type { ComponentChildren } from "preact";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import { useServices } from "../services";
import { WhyNot } from "./whyNot";

const t = messagesFrom(frameWords);

type Props = { children: ComponentChildren; none: ComponentChildren };

export function CaseGate({ children, none }: Props) {
  const current = useServices().openCase.value;
  if (current.state === "open") return <>{children}</>;
  if (current.state === "none") return <>{none}</>;
  if (current.state === "failed") return <WhyNot cause={current.cause} />;
  return <p class="quiet">{t("app.opening")}</p>;
}
