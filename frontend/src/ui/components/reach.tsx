// How to reach a doctor or a clinic: call and map, one tap each, where the number and the place are known.
import { MapPin, Phone } from "lucide-preact";
import { messagesFrom } from "../../i18n";
import entriesWords from "../../i18n/en/entries.json";
import { ButtonLink } from "../start/components/button";
import { isolated } from "../start/isolate";
import { callHref, mapHref } from "./callAndMap";

const t = messagesFrom(entriesWords);

const MOST_IN_A_NUMBER = 24;

export function Reach({ phone = "", place = "" }: { phone?: string; place?: string }) {
  const call = callHref(phone);
  const map = mapHref(place, navigator.userAgent);
  return (
    <>
      {call && (
        <ButtonLink look="plain" icon={Phone} href={call}>
          {t("reach.call", { number: isolated(written(phone, call)) })}
        </ButtonLink>
      )}
      {map && (
        <ButtonLink look="plain" icon={MapPin} href={map}>
          {t("reach.map")}
        </ButtonLink>
      )}
    </>
  );
}

/** The number as typed, on one line; if more than a number was typed, what will be dialled. */
function written(phone: string, call: string): string {
  const typed = phone.trim();
  return typed.length > MOST_IN_A_NUMBER ? call.slice("tel:".length) : typed.replaceAll(" ", "\u00a0");
}
