// Cases that another phone brought to a phone that has its own. Giving that phone this phone's cases is a separate
// step, on a page that says which cases, to which phones and for how long, and that compares the number again.
import { Route } from "lucide-preact";
import { useState } from "preact/hooks";
import type { CaseBook } from "../../../cases/documents/book";
import type { KeyringMerge } from "../../../cases/keys/keyringMerge";
import type { MeetResult, Pairing, PairingProblem } from "../../../cases/sharing/pairing";
import { messagesFrom } from "../../../i18n";
import pairWords from "../../../i18n/en/pair.json";
import { Button, ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { watch } from "../../start/watched";
import { CaseNames } from "./besideList";
import { PairNumber } from "./comparing";
import { namesTogether, phoneText } from "./phoneNames";
import { problemText } from "./problemText";

const t = messagesFrom(pairWords);

type Props = {
  pairing: Pairing;
  keyringMerge: KeyringMerge;
  book: CaseBook;
  log: string;
  met: Extract<MeetResult, { ok: true }>;
  onUnited: () => void;
};

export function BroughtBeside({ pairing, keyringMerge, book, log, met, onUnited }: Props) {
  const [isAsking, setAsking] = useState(false);
  watch(book);
  const beside = keyringMerge.secondKeyrings().find((one) => one.log === log);
  const phone = phoneText(met.phone);
  if (isAsking)
    return <GiveMine {...{ pairing, keyringMerge, book, log, met, onUnited }} onKeepApart={() => setAsking(false)} />;
  return (
    <div class="stack">
      <Card heading={t("beside.title", { phone })}>
        <p role="status">{t("beside.text")}</p>
        <CaseNames cases={beside?.cases ?? []} label={t("beside.title", { phone })} />
        <ButtonLink href="/cases" icon={Route}>
          {t("beside.open")}
        </ButtonLink>
      </Card>
      <Card heading={t("beside.giveTitle", { phone })}>
        <p>{t("beside.giveText")}</p>
        <Button look="quiet" onClick={() => setAsking(true)}>
          {t("beside.give")}
        </Button>
      </Card>
    </div>
  );
}

function GiveMine({
  pairing,
  keyringMerge,
  book,
  log,
  met,
  onUnited,
  onKeepApart,
}: Props & { onKeepApart: () => void }) {
  const [isMoving, setMoving] = useState(false);
  const [problem, setProblem] = useState<PairingProblem | null>(null);
  const own = book.cases().filter(({ from }) => from === null);
  const phones = keyringMerge.secondKeyrings().find((one) => one.log === log)?.phones ?? [];
  const others = phones.filter(({ id }) => id !== book.thisPhone());
  const give = async () => {
    setMoving(true);
    const done = await pairing.unite(log);
    setMoving(false);
    if (done.ok) onUnited();
    else setProblem(done.problem);
  };
  if (isMoving) return <p role="status">{t("giving.telling")}</p>;
  return (
    <Card heading={t("beside.giveTitle", { phone: phoneText(met.phone) })}>
      {problem !== null && <p role="alert">{problemText(problem)}</p>}
      <p>{t("beside.what")}</p>
      <CaseNames cases={own} label={t("beside.what")} />
      <p>{t("beside.who")}</p>
      <ul class="pair-list" aria-label={t("beside.who")}>
        {[...namesTogether(others)].map(([id, name]) => (
          <li key={id}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      <p>{t("giving.forEver")}</p>
      <p>{t("beside.compare")}</p>
      <PairNumber number={met.number} />
      <Button removes onClick={() => void give()}>
        {t("giving.same")}
      </Button>
      <Button look="quiet" onClick={onKeepApart}>
        {t("beside.apart")}
      </Button>
    </Card>
  );
}
