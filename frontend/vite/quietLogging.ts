// Replaces lib0/logging in the built app. Yjs uses it for a few console messages, and it brings 20 kB of coloured
// console and DOM code. Nothing of a case may reach a console anyway. Tests and the development server keep it.

export const BOLD = "";
export const UNBOLD = "";
export const RED = "";
export const ORANGE = "";

export function print(): void {}

export function warn(): void {}
