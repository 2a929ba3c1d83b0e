// Whether two typed names are the same person's. Pure.

/** The name in the form that is compared: spaces, capitals and kinds of apostrophe do not make another doctor. */
export function sameName(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ").replaceAll("’", "'").toLowerCase();
}
