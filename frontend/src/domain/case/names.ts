// When two names that people typed are the same person's. Pure.

/** The name as it is compared: spaces, capitals and a keyboard's kind of apostrophe do not make another doctor. */
export function sameName(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ").replaceAll("’", "'").toLowerCase();
}
