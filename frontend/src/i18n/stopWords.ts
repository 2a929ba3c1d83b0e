// Words that almost every English sentence holds: a search for them tells nothing of what is looked for. Folded.

export const stopWords: ReadonlySet<string> = new Set(
  (
    "a about all am an and any are as at be been but by can cant could did do does dont for from get had has have he her " +
    "him his how i if im in into is isnt it its ive just may me might must my no not of on or our she shall should so " +
    "some than that the their them then there these they this those to too us was we were what whats when where which " +
    "who whom why will with would you your"
  ).split(" "),
);
