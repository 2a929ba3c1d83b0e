// A link that starts a phone call or a text message. The one that calls an ambulance is the only red thing in the app.
import { MessageSquare, Phone } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { Icon } from "../../start/components/icon";
import "../../start/components/button.css";

export function callHref(number: string): string {
  return `tel:${number.replaceAll(" ", "")}`;
}

export function textHref(number: string): string {
  return `sms:${number.replaceAll(" ", "")}`;
}

export function Call({
  href,
  urgent = false,
  children,
}: {
  href: string;
  urgent?: boolean;
  children: ComponentChildren;
}) {
  return (
    <a class={urgent ? "button call-urgent" : "button button-quiet"} href={href}>
      <Icon of={href.startsWith("sms:") ? MessageSquare : Phone} />
      <bdi>{children}</bdi>
    </a>
  );
}
