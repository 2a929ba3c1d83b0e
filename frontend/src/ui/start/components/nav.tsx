// The four main places of the app, always in the same order.
import { BookOpen, Folder, NotebookPen, Sun } from "lucide-preact";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import { path } from "../router";
import { Icon } from "./icon";
import "./nav.css";

const t = messagesFrom(frameWords);

const tabs = [
  { tab: "today", href: "/", icon: Sun },
  { tab: "notes", href: "/journal", icon: NotebookPen },
  { tab: "papers", href: "/papers", icon: Folder },
  { tab: "guide", href: "/guide", icon: BookOpen },
] as const;

export function Nav() {
  const tab = tabOf(path.value);
  return (
    <nav class="nav" aria-label={t("nav.label")}>
      <span class="brand">{t("app.name")}</span>
      {tabs.map((one) => (
        <a key={one.tab} href={one.href} aria-current={one.tab === tab ? "page" : undefined}>
          <Icon of={one.icon} />
          {t(`nav.${one.tab}`)}
        </a>
      ))}
    </nav>
  );
}

/** The main screen that lists the page of this address; null where that is the page itself, or on Today. */
export function listBeside(address: string): string | null {
  const tab = tabOf(address);
  const { href } = tabs.find((one) => one.tab === tab) ?? tabs[0];
  return href === "/" || href === address ? null : href;
}

/** Every tool of a case stands on the shelf. What is about cases, phones and settings belongs to none of the four. */
export function tabOf(address: string): (typeof tabs)[number]["tab"] | null {
  const first = address.split("/")[1];
  if (first === "case") return "papers";
  return tabs.find(({ href }) => href === `/${first}`)?.tab ?? null;
}
