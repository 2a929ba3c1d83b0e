// Another person's case, as their companion sees it: whose it is, who else is in it, the companion's own name, and how
// to leave.

import { History, LogOut, User } from "lucide-preact";
import type { CaseBook } from "../../../cases/documents/book";
import { leaveCase, namePerson, type Person, people } from "../../../domain/case/people";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import changedByOthersWords from "../../../i18n/en/changedByOthers.json";
import companionWords from "../../../i18n/en/companion.json";
import { RegisterField } from "../../components/registerField";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { Icon } from "../../start/components/icon";
import { LinkRow, Rows } from "../../start/components/rows";
import { isolated } from "../../start/isolate";
import { navigate } from "../../start/router";
import { useServices } from "../../start/services";
import { offerUndo } from "../../start/undo";
import { useOpened } from "../../start/useCase";
import { watch } from "../../start/watched";
import "./companion.css";

const t = messagesFrom(changedByOthersWords, companionWords);

type Props = { book: CaseBook; owner: string };

export function AsCompanion({ book, owner }: Props) {
  const opened = useOpened();
  const all = people(opened.doc);
  const me = all.find(({ id }) => id === opened.writer.author);
  const others = all.filter((person) => person !== me && person.leftAt === null && person.closedAt === null);
  return (
    <div class="stack">
      <p>{t("companions.yourCompanion", { owner: isolated(owner) })}</p>
      <ShutOut log={opened.id} owner={owner} />
      <RegisterField
        label={t("companions.nameHere")}
        hint={t("companions.nameHereHint")}
        field={me?.name ?? { value: "", others: [] }}
        onWrite={(name) => namePerson(opened.doc, opened.writer, name)}
      />
      {others.length > 0 && <Others others={others} />}
      <Rows>
        <LinkRow
          href="/case/companions/before"
          icon={History}
          title={t("changedByOthers.title")}
          detail={t("changedByOthers.detail")}
        />
      </Rows>
      <Card heading={t("companions.leave")}>
        <p>{t("companions.leaveText", { owner: isolated(owner) })}</p>
        <Leave book={book} />
      </Card>
    </div>
  );
}

/** The server's one answer has two possible causes, and this phone cannot tell which: both are named. */
function ShutOut({ log, owner }: { log: string; owner: string }) {
  const { core } = useServices();
  const sync = core.value.state === "open" ? core.value.sync : null;
  watch(sync);
  const door = sync?.current().shutOut.find((closed) => closed.log === log);
  if (!door?.wasIn) return null;
  return (
    <Card heading={t("companions.shutOutTitle")} tone="attention">
      <p>{t("companions.shutOutWhy", { owner: isolated(owner) })}</p>
    </Card>
  );
}

function Others({ others }: { others: Person[] }) {
  return (
    <section class="stack">
      <h2>{t("companions.others")}</h2>
      <ul class="phones">
        {others.map((person) => (
          <li key={person.id} class="person">
            <Icon of={User} />
            <span>
              <bdi>{person.name.value.trim() || t("companions.unnamed")}</bdi>
              <span class="quiet">{t("companions.joined", { date: dayText(person.joinedAt) })}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Leave({ book }: { book: CaseBook }) {
  const opened = useOpened();
  const { settings } = useServices();
  const leave = async () => {
    leaveCase(opened.doc, opened.writer, true);
    await book.setArchived(opened.id, true);
    if (settings.currentCase.value === opened.id) settings.currentCase.value = "";
    offerUndo(t("companions.leftDone"), () => {
      leaveCase(opened.doc, opened.writer, false);
      void book.setArchived(opened.id, false);
    });
    navigate("/cases");
  };
  return (
    <Button look="quiet" icon={LogOut} removes onClick={() => void leave()}>
      {t("companions.leave")}
    </Button>
  );
}
