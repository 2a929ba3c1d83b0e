// The number of the patient's own team: typed once, here or as a contact of the case, shown as typed, called with a
// tap. It stays on this phone and works before there is a case, without a signal, and when nothing sealed can be
// opened. The number typed here and the one in the case are shown side by side, so that neither is lost.
import { Pencil, Plus } from "lucide-preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { OpenCase } from "../../../cases/documents/book";
import { messagesFrom } from "../../../i18n";
import helpWords from "../../../i18n/en/help.json";
import { Button, SubmitButton } from "../../start/components/button";
import { useServices } from "../../start/services";
import type { Settings } from "../../start/settings";
import { Call } from "./call";
import { dialled } from "./dialled";
import { rememberTeam, teamMemory } from "./teamMemory";
import "../../components/field.css";

const t = messagesFrom(helpWords);

const MOST_IN_ONE_LINE = 20;
const OF_CASE = "teamOfCase";

export function TeamNumber() {
  const { settings, openCase } = useServices();
  const current = openCase.value;
  const [ofCase, setOfCase] = useState(settings.recall(OF_CASE));
  useEffect(() => {
    if (current.state === "open") void lookIntoCase(settings, current.opened).then(setOfCase);
  }, [current]);
  return (
    <>
      {ofCase !== "" && <Shown typed={ofCase} />}
      <TypedHere ofCase={ofCase} />
    </>
  );
}

/** The number marked in the case, remembered for when no case opens. If its module fails to load, the old one stays. */
export async function lookIntoCase(settings: Settings, { doc }: OpenCase): Promise<string> {
  const contacts = await import("../../../domain/contacts/contacts").catch(() => null);
  if (contacts === null) return settings.recall(OF_CASE);
  const phone = contacts.teamPhone(doc);
  settings.keep(OF_CASE, phone);
  return phone;
}

/** Whether two typed numbers are the same: as typed, or as dialled. */
export function isSamePhone(one: string, other: string): boolean {
  return one.trim() === other.trim() || (dialled(one) !== null && dialled(one) === dialled(other));
}

function TypedHere({ ofCase }: { ofCase: string }) {
  const { typed: kept } = teamMemory(useServices().settings);
  const [isTyping, setTyping] = useState(false);
  const typed = kept.value.trim();
  if (isTyping) return <Typing onDone={() => setTyping(false)} />;
  if (typed === "")
    return (
      <>
        <Button look="quiet" icon={Plus} onClick={() => setTyping(true)}>
          {t("help.team.add")}
        </Button>
        <p class="quiet">{t("help.team.where")}</p>
      </>
    );
  return (
    <>
      {!isSamePhone(typed, ofCase) && <Shown typed={typed} />}
      <Button look="plain" icon={Pencil} onClick={() => setTyping(true)}>
        {t("help.team.change")}
      </Button>
    </>
  );
}

function Shown({ typed }: { typed: string }) {
  const number = dialled(typed);
  const words = t("help.team.call", { number: inOneLine(typed) });
  if (number) return <Call href={`tel:${number}`}>{words}</Call>;
  return (
    <>
      <p>
        <bdi>{words}</bdi>
      </p>
      <p class="quiet">{t("help.team.noNumber")}</p>
    </>
  );
}

/** A number that breaks across lines is misread. Text longer than a number may break. */
function inOneLine(typed: string): string {
  return typed.length > MOST_IN_ONE_LINE ? typed : typed.replaceAll(" ", "\u00a0");
}

/** Not the text field of the forms: that would load files of other screens, and this one must work alone. */
function Typing({ onDone }: { onDone: () => void }) {
  const { settings } = useServices();
  const { typed, isForgotten } = teamMemory(settings);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      <div class="field">
        <label class="field-label" for={id}>
          {t("help.team.label")}
        </label>
        <p class="quiet" id={`${id}-hint`}>
          {t("help.team.hint")}
        </p>
        <input
          ref={field}
          id={id}
          class="field-box"
          type="tel"
          dir="auto"
          autocomplete="off"
          aria-describedby={`${id}-hint`}
          value={typed.value}
          onInput={(event) => rememberTeam(settings, event.currentTarget.value)}
        />
      </div>
      <p class="quiet" role="status">
        {aboutTyped(typed.value.trim())} {isForgotten.value && t("help.team.notKept")}
      </p>
      <SubmitButton look="quiet">{t("help.team.done")}</SubmitButton>
    </form>
  );
}

/** What a tap will dial, so that a mistake is noticed now and not in an emergency at night. */
function aboutTyped(typed: string): string {
  if (typed === "") return "";
  const number = dialled(typed);
  return number ? t("help.team.calls", { number }) : t("help.team.noNumber");
}
