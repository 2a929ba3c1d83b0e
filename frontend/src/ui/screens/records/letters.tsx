// The letters that were written, each with where it stands.
import { Mail } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import type { Country } from "../../../content/bundle";
import type { CaseDoc } from "../../../domain/document";
import { type RecordRequest, requests } from "../../../domain/requestEntries";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import letterWords from "../../../i18n/en/letter.json";
import { addressOf } from "../../entryNames";
import { excerpt } from "../../excerpt";
import { LinkRow, Rows } from "../../start/components/rows";
import { today } from "../../start/localNow";
import { useCaseValue } from "../../start/useCase";
import { useBundle } from "../../start/useLibrary";
import { clockLine } from "./clockWords";
import { countryIn, dueOfOpen } from "./letterOf";

const t = messagesFrom(letterWords);

/** Nothing at all while there is none. */
export function Letters({ opened }: { opened: OpenCase }) {
  const all = useCaseValue(opened, requests);
  const bundle = useBundle();
  if (all.length === 0) return null;
  return (
    <section>
      <h2>{t("letter.list")}</h2>
      <Rows>
        {all.map((request) => (
          <LinkRow
            key={request.id}
            icon={Mail}
            href={addressOf("requests", request.id)}
            title={<bdi>{excerpt(holderName(request))}</bdi>}
            detail={standing(opened.doc, request, countryIn(bundle, request))}
          />
        ))}
      </Rows>
    </section>
  );
}

export function holderName({ holder }: RecordRequest): string {
  return holder.value.trim() || t("letter.nobodyYet");
}

function standing(doc: CaseDoc, request: RecordRequest, country: Country | null): string {
  const { sentOn, answeredOn } = request;
  if (answeredOn.value !== "") return t("letter.answeredLine", { date: dayText(answeredOn.value) });
  if (sentOn.value === "") return t("letter.notSent");
  const sent = t("letter.sentLine", { date: dayText(sentOn.value) });
  const due = dueOfOpen(doc, request, country);
  return due === null ? sent : `${sent} · ${clockLine(due, today())}`;
}
