// The phone's own database. Opened before anything else of the app runs: a browser that has just started takes long to
// open one, and the rest is meanwhile made ready. Main imports this first.
import { createDatabase } from "./storage/database";

let onReopened = () => {};

export const phoneDatabase = createDatabase("second-look", () => onReopened());

// The first read is slow as well. One that fails is tried again by whoever needs it, and reported there.
phoneDatabase((database) => database.count("secrets")).catch(() => {});

/** Who puts back what was lost; see createDatabase. */
export function whenReopened(putBack: () => void): void {
  onReopened = putBack;
}
