// The person's phones by name: which one this is, giving one another name, and taking one out. Must promise no more than that it
// gets nothing new: what a phone has, it keeps.
import { Pencil, Smartphone } from "lucide-preact";
import { useState } from "preact/hooks";
import type { CaseBook } from "../../../cases/book";
import type { OwnPhone, OwnPhones } from "../../../cases/ownPhones";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import pairWords from "../../../i18n/en/pair.json";
import { TextField } from "../../components/textField";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { Icon } from "../../start/components/icon";
import { phoneText } from "./giving";

const t = messagesFrom(pairWords);

type Props = { book: CaseBook; ownPhones: OwnPhones };

export function PhoneList({ book, ownPhones }: Props) {
  const phones = ownPhones.all();
  const here = phones.find(({ id }) => id === book.thisPhone());
  return (
    <>
      {here && here.state !== "in" && <Card heading={t("phones.hereOut")}>{t("phones.hereOutText")}</Card>}
      <ul class="phones" aria-label={t("phones.list")}>
        {phones.map((phone) => (
          <Row key={phone.id} phone={phone} isHere={phone === here} ownPhones={ownPhones} />
        ))}
      </ul>
    </>
  );
}

function Row({ phone, isHere, ownPhones }: { phone: OwnPhone; isHere: boolean; ownPhones: OwnPhones }) {
  const [doing, setDoing] = useState<"nothing" | "naming" | "takingOut">("nothing");
  const done = () => setDoing("nothing");
  return (
    <li>
      <Icon of={Smartphone} />
      <div>
        <bdi>{phone.name.value === "" ? t("phones.unnamed") : phone.name.value}</bdi>
        <span class="quiet">{stateText(phone, isHere)}</span>
        {doing === "naming" && <Naming phone={phone} ownPhones={ownPhones} onDone={done} />}
        {doing === "takingOut" && <TakingOut phone={phone} ownPhones={ownPhones} onDone={done} />}
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

function stateText({ state, addedAt, outAt }: OwnPhone, isHere: boolean): string {
  if (state === "leaving") return t("phones.leaving");
  if (state === "out") return t("phones.out", { date: dayText(outAt ?? addedAt) });
  return isHere ? t("phones.this") : t("phones.addedOn", { date: dayText(addedAt) });
}

type DoingProps = { phone: OwnPhone; ownPhones: OwnPhones; onDone: () => void };

function Naming({ phone, ownPhones, onDone }: DoingProps) {
  const [name, setName] = useState(phone.name.value);
  const keep = () => void ownPhones.rename(phone.id, name.trim()).finally(onDone);
  return (
    <div class="stack">
      <TextField label={t("phones.name")} value={name} onInput={setName} autoFocus />
      <Button look="quiet" onClick={keep}>
        {t("phones.nameDone")}
      </Button>
    </div>
  );
}

function TakingOut({ phone, ownPhones, onDone }: DoingProps) {
  return (
    <div class="stack">
      <p>{t("phones.takeOutText", { phone: phoneText(phone.name.value) })}</p>
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
