// Stands before every screen that shows a case: waits while it opens, and says in plain words when there is none or it cannot.
import type { ComponentChildren } from "preact";
import type { OpenCase } from "../../cases/book";
import { t } from "../../i18n";
import { useServices } from "../services";
import { WhyNot } from "./whyNot";

type Props = { children: (opened: OpenCase) => ComponentChildren; none: ComponentChildren };

export function CaseGate({ children, none }: Props) {
  const current = useServices().openCase.value;
  if (current.state === "open") return <>{children(current.opened)}</>;
  if (current.state === "none") return <>{none}</>;
  if (current.state === "failed") return <WhyNot cause={current.cause} />;
  return <p class="quiet">{t("app.opening")}</p>;
}
