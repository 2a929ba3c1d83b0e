// The sheet of one doctor: what was found out, where and when; and the way from the sheet to a visit.
import { CalendarPlus } from "lucide-preact";
import { useRef } from "preact/hooks";
import type { OpenCase } from "../../../cases/book";
import type { CaseDoc } from "../../../domain/document";
import {
  bookVisit,
  isEmptySheet,
  type Specialist,
  type SpecialistFields,
  specialistEntries,
  specialists,
  visitsTo,
} from "../../../domain/specialists";
import { messagesFrom } from "../../../i18n";
import specialistsWords from "../../../i18n/en/specialists.json";
import { brief } from "../../brief";
import { CaseScreen } from "../../components/caseScreen";
import { ChosenDoctor } from "../../components/chosenDoctor";
import { DeleteEntry, EntryGone } from "../../components/entryEnd";
import { TextArea } from "../../components/textField";
import { addressOf, visitName } from "../../entryNames";
import { Button } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { isolated } from "../../start/isolate";
import type { Places } from "../../start/route";
import { navigate } from "../../start/router";
import { useEntry, useNothingLeftBehind } from "../../useEntry";
import { whenText } from "../../whenText";
import { Apart, Illness, Papers, SuggestedBy, Teaching, WaitAndCost, Who } from "./sheetGroups";

const t = messagesFrom(specialistsWords);

export function SpecialistPage({ places }: { places: Places }) {
  const id = places.id ?? "";
  return (
    <CaseScreen
      title={t("specialists.one")}
      back="/case/specialists"
      reachedFromMany
      dock={(opened) => <Book opened={opened} id={id} />}
      wide
    >
      {(opened) => <Sheet opened={opened} id={id} />}
    </CaseScreen>
  );
}

function Book({ opened, id }: { opened: OpenCase; id: string }) {
  const specialist = useEntry(opened, specialists, id);
  if (specialist === null || isEmptySheet(specialist)) return null;
  const book = () => navigate(addressOf("consultations", bookVisit(opened.doc, opened.writer, specialist)));
  return (
    <Button icon={CalendarPlus} onClick={book}>
      {specialist.name.value.trim() === ""
        ? t("specialists.bookUnnamed")
        : t("specialists.book", { name: isolated(brief(specialist.name.value)) })}
    </Button>
  );
}

function Sheet({ opened, id }: { opened: OpenCase; id: string }) {
  const specialist = useEntry(opened, specialists, id);
  useNothingLeftBehind("specialists", id, (doc) => holdsWords(doc, id));
  const isNew = useRef<boolean | null>(null);
  isNew.current ??= specialist !== null && isEmptySheet(specialist);
  if (specialist === null) return <EntryGone kind="specialists" id={id} />;
  const write = (fields: Partial<SpecialistFields>) => specialistEntries.set(opened.doc, opened.writer, id, fields);
  const group = { specialist, write };
  return (
    <div class="columns">
      <div class="stack">
        <Visits opened={opened} id={id} />
        <Who {...group} isNew={isNew.current} />
        <ChosenDoctor field={specialist.chosen} onChoose={(chosen) => write({ chosen })} />
        <Illness {...group} />
        <SuggestedBy {...group} />
      </div>
      <div class="stack">
        <Papers {...group} />
        <Teaching {...group} />
        <Apart {...group} />
        <WaitAndCost {...group} />
        <Notes opened={opened} specialist={specialist} />
        <DeleteEntry kind="specialists" id={id} up="/case/specialists" />
      </div>
    </div>
  );
}

function Notes({ opened, specialist: { id, notes } }: { opened: OpenCase; specialist: Specialist }) {
  return (
    <TextArea
      label={t("specialists.notes")}
      rows={3}
      value={notes}
      current={() => specialistEntries.find(opened.doc, id)?.notes ?? notes}
      onInput={(next) => specialistEntries.write(opened.doc, id, "notes", next)}
    />
  );
}

function Visits({ opened, id }: { opened: OpenCase; id: string }) {
  const visits = visitsTo(opened.doc, id);
  if (visits.length === 0) return null;
  return (
    <section>
      <h2>{t("specialists.visits")}</h2>
      <Rows label={t("specialists.visits")}>
        {visits.map((visit) => (
          <LinkRow
            key={visit.id}
            href={addressOf("consultations", visit.id)}
            title={<bdi>{visitName(visit)}</bdi>}
            detail={whenText(visit.when.value)}
          />
        ))}
      </Rows>
    </section>
  );
}

function holdsWords(doc: CaseDoc, id: string): boolean {
  const there = specialistEntries.find(doc, id);
  return there === null || !isEmptySheet(there);
}
