// The person's phones by name: which one this is, renaming one, and taking one out. It must promise only that a removed
// phone gets nothing new: what a phone has, it keeps.
import { Pencil, Smartphone } from "lucide-preact";
import { useState } from "preact/hooks";
import type { CaseBook } from "../../../cases/documents/book";
import type { OwnPhone, OwnPhones } from "../../../cases/sharing/ownPhones";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import pairWords from "../../../i18n/en/pair.json";
import { TextField } from "../../components/textField";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { Icon } from "../../start/components/icon";
import { isolated } from "../../start/isolate";
import { namesTogether } from "./phoneNames";

const t = messagesFrom(pairWords);

type Props = { book: CaseBook; ownPhones: OwnPhones };

export function PhoneList({ book, ownPhones }: Props) {
  const phones = ownPhones.all();
  const names = namesTogether(phones);
  const here = phones.find(({ id }) => id === book.thisPhone());
  return (
    <>
      {here && here.state !== "in" && <Card heading={t("phones.hereOut")}>{t("phones.hereOutText")}</Card>}
      <ul class="phones" aria-label={t("phones.list")}>
        {phones.map((phone) => (
          <Row
            key={phone.id}
            phone={phone}
            name={names.get(phone.id) ?? ""}
            isHere={phone === here}
            ownPhones={ownPhones}
          />
        ))}
      </ul>
    </>
  );
}

type RowProps = { phone: OwnPhone; name: string; isHere: boolean; ownPhones: OwnPhones };

function Row({ phone, name, isHere, ownPhones }: RowProps) {
  const [doing, setDoing] = useState<"nothing" | "naming" | "takingOut">("nothing");
  const done = () => setDoing("nothing");
  return (
    <li>
      <Icon of={Smartphone} />
      <div>
        <bdi>{name}</bdi>
        <span class="quiet">{stateText(phone, isHere)}</span>
        {doing === "naming" && <Naming phone={phone} name={name} ownPhones={ownPhones} onDone={done} />}
        {doing === "takingOut" && <TakingOut phone={phone} name={name} ownPhones={ownPhones} onDone={done} />}
        {doing === "nothing" && phone.state === "in" && (
          <span class="case-actions">
            <Button look="plain" icon={Pencil} onClick={() => setDoing("naming")}>
              {t("phones.rename")}
            </Button>
            {!isHere && (
              <Button look="plain" onClick={() => setDoing("takingOut")}>
                {t("phones.takeOut")}
              </Button>
            )}
          </span>
        )}
      </div>
    </li>
  );
}

function stateText({ state, addedAt, outAt, seenOn }: OwnPhone, isHere: boolean): string {
  if (state === "leaving") return t("phones.leaving");
  if (state === "out") return t("phones.out", { date: dayText(outAt ?? addedAt) });
  if (isHere) return t("phones.this");
  return t(seenOn ? "phones.seenOn" : "phones.addedOn", { date: dayText(seenOn || addedAt) });
}

type DoingProps = { phone: OwnPhone; name: string; ownPhones: OwnPhones; onDone: () => void };

function Naming({ phone, name, ownPhones, onDone }: DoingProps) {
  const [typed, setTyped] = useState(phone.name.value === "" ? "" : name);
  const keep = () => void ownPhones.rename(phone.id, typed.trim()).finally(onDone);
  return (
    <div class="stack">
      <TextField label={t("phones.name")} value={typed} onInput={setTyped} autoFocus />
      <Button look="quiet" onClick={keep}>
        {t("phones.nameDone")}
      </Button>
    </div>
  );
}

function TakingOut({ phone, name, ownPhones, onDone }: DoingProps) {
  return (
    <div class="stack">
      <p>{t("phones.takeOutText", { phone: isolated(name) })}</p>
      <p>{t("phones.takeOutLimit")}</p>
      <Button removes onClick={() => void ownPhones.takeOut(phone.id).finally(onDone)}>
        {t("phones.takeOutNow")}
      </Button>
      <Button look="quiet" onClick={onDone}>
        {t("phones.keepIn")}
      </Button>
    </div>
  );
}
