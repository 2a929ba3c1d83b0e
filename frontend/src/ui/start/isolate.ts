// Keeps what people typed apart from the sentence around it, so that a right-to-left name cannot turn the sentence round.
// For places where no <bdi> can stand: sentences of i18n, options, labels that are only read out.

export function isolated(typed: string): string {
  return `\u2068${typed}\u2069`;
}
