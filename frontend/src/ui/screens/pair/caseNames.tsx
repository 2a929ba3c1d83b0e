// The names of cases, where it matters which ones they are.
import { caseTitle } from "../../start/useBook";

type NamedCase = Parameters<typeof caseTitle>[0] & { id: string };

export function CaseNames({ cases, label }: { cases: readonly NamedCase[]; label: string }) {
  return (
    <ul class="pair-list" aria-label={label}>
      {cases.map((entry) => (
        <li key={entry.id}>
          <bdi>{caseTitle(entry)}</bdi>
        </li>
      ))}
    </ul>
  );
}
