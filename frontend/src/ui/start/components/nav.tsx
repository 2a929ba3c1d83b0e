// The four main places of the app, always in the same order.
import { BookOpen, Ellipsis, NotebookPen, Route } from "lucide-preact";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import { path } from "../router";
import { Icon } from "./icon";
import "./nav.css";

const t = messagesFrom(frameWords);

const tabs = [
  { tab: "case", href: "/", icon: Route },
  { tab: "journal", href: "/journal", icon: NotebookPen },
  { tab: "guide", href: "/guide", icon: BookOpen },
  { tab: "more", href: "/more", icon: Ellipsis },
] as const;

export function Nav() {
  const tab = tabOf(path.value);
  return (
    <nav class="nav" aria-label={t("nav.label")}>
      {tabs.map((one) => (
        <a key={one.tab} href={one.href} aria-current={one.tab === tab ? "page" : undefined}>
          <Icon of={one.icon} />
          {t(`nav.${one.tab}`)}
        </a>
      ))}
    </nav>
  );
}

export function tabOf(address: string): "case" | "journal" | "guide" | "more" | null {
  const first = address.split("/")[1] ?? "";
  if (first === "" || first === "case" || first === "cases") return "case";
  if (first === "journal") return "journal";
  if (first === "guide") return "guide";
  if (first === "more" || first === "pair") return "more";
  return null;
}
