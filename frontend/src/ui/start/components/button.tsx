// Buttons, and links that look like them. "main" is the one thing to do on a screen. Red is only for calling for help.
import type { LucideIcon } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { Icon } from "./icon";
import "./button.css";

type Look = "main" | "quiet" | "plain";
type Common = { children: ComponentChildren; icon?: LucideIcon | undefined; look?: Look };

type ButtonProps = {
  onClick: () => void;
  disabled?: boolean;
  pressed?: boolean;
  /** It removes something: it appears a moment after its screen, so that it never comes up under a finger. */
  removes?: boolean;
};

export function Button({
  children,
  icon,
  look = "main",
  onClick,
  disabled = false,
  pressed,
  removes = false,
}: Common & ButtonProps) {
  return (
    <button
      type="button"
      class={`button button-${look}${removes ? " button-removes" : ""}`}
      onClick={onClick}
      disabled={disabled}
      aria-pressed={pressed}
    >
      {icon && <Icon of={icon} />}
      <span>{children}</span>
    </button>
  );
}

export function SubmitButton({ children, icon, look = "main", disabled = false }: Common & { disabled?: boolean }) {
  return (
    <button type="submit" class={`button button-${look}`} disabled={disabled}>
      {icon && <Icon of={icon} />}
      <span>{children}</span>
    </button>
  );
}

export function ButtonLink({ children, icon, look = "main", href }: Common & { href: string }) {
  return (
    <a class={`button button-${look}`} href={href}>
      {icon && <Icon of={icon} />}
      <span>{children}</span>
    </a>
  );
}

/** Buttons side by side where they fit, otherwise one below the other. */
export function Buttons({ children }: { children: ComponentChildren }) {
  return <div class="buttons">{children}</div>;
}
