// Where the parts of a visit are. Pure.

export type VisitStep = "before" | "during" | "after";

export function visitAddress(visit: string): string {
  return `/case/visits/${visit}`;
}

export function stepAddress(visit: string, step: VisitStep): string {
  return `${visitAddress(visit)}/${step}`;
}
