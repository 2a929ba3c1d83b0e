// The one search: over the places of the app, the case, and the cards of the guide. All of it is on the phone, and the
// query never leaves it: it is not in the address, not in the history, not in a request.
import { BookOpen, CircleHelp } from "lucide-preact";
import { useState } from "preact/hooks";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import searchWords from "../../../i18n/en/search.json";
import { TextField } from "../../components/textField";
import { Button } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { Screen } from "../../start/components/screen";
import { hasGoneBack } from "../../start/router";
import { Found } from "./found";
import "./search.css";

const t = messagesFrom(frameWords, searchWords);

const examples = ["records", "scan", "private", "money", "gp", "refuse"] as const;
// For a person who comes back from a result. In memory only.
let lastTyped = "";

export function Search() {
  const [query, setQuery] = useState(() => (hasGoneBack() ? lastTyped : ""));
  const look = (typed: string) => {
    lastTyped = typed;
    setQuery(typed);
  };
  return (
    <Screen title={t("nav.search")} back="/">
      <search class="stack">
        <form onSubmit={putKeyboardAway}>
          <TextField
            type="search"
            label={t("search.label")}
            quietLabel
            hint={t("search.hint")}
            value={query}
            onInput={look}
            autoFocus={query === ""}
          />
        </form>
        <Found query={query} nothing={<Nothing look={look} />} />
        {query.trim() === "" && <Examples look={look} />}
      </search>
    </Screen>
  );
}

/** On a phone the keyboard covers the results: its search key closes it. */
function putKeyboardAway(event: SubmitEvent): void {
  event.preventDefault();
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

function Examples({ look }: { look: (words: string) => void }) {
  return (
    <section class="stack" aria-labelledby="search-try">
      <h2 id="search-try">{t("search.try")}</h2>
      <div class="search-examples">
        {examples.map((name) => {
          const words = t(`search.examples.${name}`);
          return (
            <Button key={name} look="quiet" onClick={() => look(words)}>
              {words}
            </Button>
          );
        })}
      </div>
    </section>
  );
}

/** When nothing was found: what to try next. */
function Nothing({ look }: { look: (words: string) => void }) {
  return (
    <>
      <Examples look={look} />
      <Rows>
        <LinkRow href="/guide" icon={BookOpen} title={t("search.toGuide")} />
        <LinkRow href="/case/questions" icon={CircleHelp} title={t("search.toQuestion")} />
      </Rows>
    </>
  );
}
