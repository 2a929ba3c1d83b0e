// One address pattern and the screen behind it. `places` are what stood at the :names of the pattern.
import type { ComponentType } from "preact";

export type Params = Record<string, string>;
export type ScreenComponent = ComponentType<{ params: Params }>;
export type Route = { pattern: string; load: () => Promise<ScreenComponent> };
