import { addVisit } from "../../../src/domain/visits/visits";
import { exchange, twoPhones } from "./twoDocs";

export function aVisit() {
  const { ana, ben, byAna, byBen } = twoPhones();
  const id = addVisit(ana, byAna, { who: "Dr Lindqvist", when: "2026-12-03T10:30", part: "second" });
  exchange(ana, ben);
  return { ana, ben, byAna, byBen, id };
}
