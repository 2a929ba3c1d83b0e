// Isolates typed text from the sentence around it, so that a right-to-left name cannot reorder the sentence. For places
// where <bdi> is impossible: messages, options, labels that are only read out.

export function isolated(typed: string): string {
  return `\u2068${typed}\u2069`;
}
