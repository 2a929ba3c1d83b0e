// Until when a clinic may be allowed longer than its usual time, where the country's rule says by how much. Pure.
import { type Due, endOf, type Limit, type RecordsClock } from "./answerDue";

/** Two months more make three from the day they got it, not two from a last day that was moved. */
export function extensionOf({ from, limits }: Due, clock: RecordsClock): Limit | null {
  const span = clock.extension;
  const limit = limits.at(-1);
  if (span === null || limit === undefined) return null;
  const isSameUnit = span.unit === limit.span.unit;
  const until = isSameUnit ? endOf({ ...span, count: span.count + limit.span.count }, from) : endOf(span, limit.until);
  return { span, until };
}
