// Cases by name, where it matters which ones they are.
import { caseTitle } from "../../start/useBook";

type Entry = Parameters<typeof caseTitle>[0] & { id: string };

export function CaseNames({ cases, label }: { cases: readonly Entry[]; label: string }) {
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
