// The companions of the person's own case: who is in it, the person's own name, and in plain words what a companion
// sees.

import { History, User, Users } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { Companions } from "../../../cases/sharing/companions";
import type { Withdrawals } from "../../../cases/sharing/withdrawals";
import { ownerName, people, setOwnerName, tellClosed } from "../../../domain/case/people";
import { messagesFrom } from "../../../i18n";
import changedByOthersWords from "../../../i18n/en/changedByOthers.json";
import companionWords from "../../../i18n/en/companion.json";
import helpingWords from "../../../i18n/en/helping.json";
import { Switch } from "../../components/choice";
import { EmptyState } from "../../components/emptyState";
import { RegisterField } from "../../components/registerField";
import { Card } from "../../start/components/card";
import { LinkRow, Rows } from "../../start/components/rows";
import { isolated } from "../../start/isolate";
import { useBook } from "../../start/useBook";
import { useOpened } from "../../start/useCase";
import { writtenBy } from "../../text/writtenBy";
import { Withdrawn } from "../pair/withdrawn";
import { broughtFrom } from "./invite";
import { companionOfferWords } from "./offerWords";
import { PersonRow } from "./personRow";
import { whoIsIn } from "./whoIsIn";

const t = messagesFrom(changedByOthersWords, companionWords, helpingWords);

/** Whether the next invitation is to work for a day. */
export type ForADay = { isForADay: boolean; setForADay: (isForADay: boolean) => void };
type Props = ForADay & { companions: Companions; withdrawals: Withdrawals };

export function AsOwner({ companions, withdrawals, isForADay, setForADay }: Props) {
  const opened = useOpened();
  // Who was let in is stored in the book's keyring.
  const book = useBook();
  const from = book ? broughtFrom(book, opened) : null;
  const all = whoIsIn(people(opened.doc), companions.guests(opened.id));
  const arriving = all.flatMap(({ key, state }) => (state === "arriving" ? [key] : [])).join(" ");
  // Refreshed whenever someone new says that they have joined.
  useEffect(() => companions.refresh(opened.id), [companions, opened, arriving]);
  const close = (devices: string[]) => {
    // First the request to close access. What the others are told is stored in the case, where companions can write,
    // too. If this phone is full, its status line says so.
    companions.close(opened.id, devices).catch(() => {});
    tellClosed(opened.doc, opened.writer, devices);
  };
  return (
    <div class="stack">
      {all.length === 0 ? (
        <EmptyState
          icon={Users}
          title={t("companions.emptyTitle")}
          why={t("companions.emptyWhy")}
          example={t("companions.emptyExample")}
        />
      ) : (
        <ul class="phones" aria-label={t("companions.list")}>
          {all.map((who) => (
            <PersonRow key={who.key} who={who} onClose={close} />
          ))}
        </ul>
      )}
      <Withdrawn withdrawals={withdrawals} isOf={(log) => log === opened.id} words={companionOfferWords()} />
      <MorePages />
      {from === null ? (
        <YourName {...{ isForADay, setForADay }} />
      ) : (
        <p>{t("companions.inviteThere", { phone: isolated(from) })}</p>
      )}
      <WhatTheySee />
    </div>
  );
}

function MorePages() {
  const { doc } = useOpened();
  return (
    <Rows>
      <LinkRow
        href="/case/companions/before"
        icon={History}
        title={t("changedByOthers.title")}
        detail={t("changedByOthers.detail")}
      />
      <LinkRow
        href="/case/helping"
        icon={User}
        title={t("helping.title")}
        detail={t("helping.by", { who: writtenBy(doc) })}
      />
    </Rows>
  );
}

function YourName({ isForADay, setForADay }: ForADay) {
  const opened = useOpened();
  const name = ownerName(opened.doc);
  return (
    <>
      <RegisterField
        label={t("companions.yourName")}
        hint={t("companions.yourNameHint")}
        field={name}
        onWrite={(next) => setOwnerName(opened.doc, opened.writer, next)}
      />
      <Switch label={t("companions.forADay")} hint={t("companions.forADayHint")} on={isForADay} onChange={setForADay} />
      {name.value.trim() === "" && <p class="quiet">{t("companions.inviteNeedsName")}</p>}
    </>
  );
}

function WhatTheySee() {
  return (
    <>
      <Card heading={t("companions.whatTitle")}>
        <p>{t("companions.whatSees")}</p>
        <p>{t("companions.whatWrites")}</p>
        <p>{t("companions.whatNeeds")}</p>
        <p>
          <a href="/guide/card/D3">{t("companions.card")}</a>
        </p>
      </Card>
      <Card heading={t("companions.honestTitle")}>
        <p>{t("companions.honest")}</p>
      </Card>
    </>
  );
}
