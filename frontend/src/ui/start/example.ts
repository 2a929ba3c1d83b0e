// The example: a made-up case to look at and to try. While it is open, its services stand in place of the phone's own,
// so that no screen can write into a case of the person's, and a line above every screen says what it is.
import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import type { Found } from "./router";
import type { Services } from "./services";

export type Example = {
  services: Services;
  /** The line above every screen. */
  Line: ComponentType;
  /** What stands at an address that is about the person's own phone and cases; null for every other address. */
  instead: (address: string) => Found | null;
};

/** Null unless the example is open. */
export const example = signal<Example | null>(null);
