// When two names that people typed are the same person's. Pure.

/** The name as it is compared: how it was spaced and whether it was written in capitals does not make another doctor. */
export function sameName(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}
