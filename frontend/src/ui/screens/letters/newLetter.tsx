// Whom to write to: everyone who has something that is still needed, or another person or clinic.

import { Mail, Plus } from "lucide-preact";
import type { OpenCase } from "../../../cases/documents/book";
import { holdersToAsk, writeTo } from "../../../domain/letters/letters";
import { records } from "../../../domain/records/records";
import { messagesFrom } from "../../../i18n";
import letterWords from "../../../i18n/en/letters.json";
import { CaseScreen } from "../../components/caseScreen";
import { addressOf } from "../../entries/entryNames";
import { Button } from "../../start/components/button";
import { isolated } from "../../start/isolate";
import { navigate } from "../../start/router";
import { useServices } from "../../start/services";
import { useCaseValue, useOpened } from "../../start/useCase";
import { PortalFirst } from "./portalFirst";

const t = messagesFrom(letterWords);

export function NewLetter() {
  return (
    <CaseScreen title={t("letter.write")} back="/case/records">
      <Holders />
    </CaseScreen>
  );
}

function Holders() {
  const opened = useOpened();
  const holders = useCaseValue(holdersToAsk);
  const hasRecords = useCaseValue(records).length > 0;
  const write = useLetterWriter(opened);
  return (
    <div class="stack">
      <PortalFirst />
      <h2>{t("letter.toWhom")}</h2>
      {holders.length > 0 && <p>{t("letter.toWhomWhy")}</p>}
      {holders.length === 0 && <p>{t(hasRecords ? "letter.toWhomNone" : "letter.toWhomNoneListed")}</p>}
      {holders.map(({ holder, count }) => (
        <Button key={holder} look="quiet" icon={Mail} onClick={() => write(holder)}>
          <bdi>{t("letter.writeTo", { holder: isolated(holder) })}</bdi>
          <br />
          <span class="quiet">{t("letter.wanted", { count })}</span>
        </Button>
      ))}
      <Button look={holders.length === 0 ? "main" : "quiet"} icon={Plus} onClick={() => write("")}>
        {t("letter.someoneElse")}
      </Button>
    </div>
  );
}

/** Starts a letter with the country chosen for the app, and opens its form: Back leads from there to the letter. */
export function useLetterWriter(opened: OpenCase): (holder: string, how?: { replace: boolean }) => void {
  const { country } = useServices().settings;
  return (holder, how = { replace: true }) => {
    const letter = addressOf("letters", writeTo(opened.doc, opened.writer, holder, country.value));
    navigate(letter, how);
    // One that names nobody is blank, and opens as its form by itself.
    if (holder !== "") navigate(`${letter}?edit`);
  };
}
