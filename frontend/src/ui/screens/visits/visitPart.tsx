// One part of preparing or looking back: its heading, its text, and its links.
import { BookOpen, type LucideIcon } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import { Fold } from "../../components/fold";
import { ButtonLink } from "../../start/components/button";
import "./visit.css";

const t = messagesFrom(visitWords);

type Link = { href: string; words: string; icon: LucideIcon };
type Props = {
  heading: string;
  links?: readonly Link[];
  card?: { id: string; title: string };
  /** What it holds, if it is opened on request only. */
  folded?: string;
  isOpen?: boolean;
  children: ComponentChildren;
};

export function VisitPart({ heading, links = [], card, folded, isOpen = false, children }: Props) {
  const id = useId();
  const all = card
    ? [...links, { href: `/guide/card/${card.id}`, words: t("visit.read", { title: card.title }), icon: BookOpen }]
    : links;
  const content = (
    <>
      {children}
      {all.length > 0 && (
        <div class="visit-links">
          {all.map(({ href, words, icon }) => (
            <ButtonLink key={href} look="plain" icon={icon} href={href}>
              {words}
            </ButtonLink>
          ))}
        </div>
      )}
    </>
  );
  if (folded !== undefined) {
    return (
      <Fold heading={heading} detail={folded} isOpen={isOpen}>
        {content}
      </Fold>
    );
  }
  return (
    <section class="visit-part" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {content}
    </section>
  );
}
