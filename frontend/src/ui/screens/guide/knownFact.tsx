// One known fact about a country, or a plain sentence that nothing was found: never an empty space. If the fact was
// read on another organisation's page, wholly or in part, it says so. Its page opens only by a tap.
import type { Fact } from "../../../content/bundle";
import { messagesFrom } from "../../../i18n";
import guideWords from "../../../i18n/en/guide.json";
import { Call, callHref } from "../help/call";
import { OtherSite } from "./sources";

const t = messagesFrom(guideWords);

type Props = {
  heading?: string;
  fact: Fact | null;
  /** Shown when nothing was found, with what the person can do. */
  missing: string;
};

export function KnownFact({ heading, fact, missing }: Props) {
  return (
    <>
      {heading && <h3>{heading}</h3>}
      {fact === null ? <p>{missing}</p> : <Known fact={fact} />}
    </>
  );
}

function Known({ fact: { text, number, url, second_hand, part_second_hand } }: { fact: Fact }) {
  return (
    <>
      <p>{text}</p>
      {number && <Call href={callHref(number)}>{t("guide.call", { number })}</Call>}
      {url && (
        <p>
          <OtherSite href={url} text={siteOf(url)} />
        </p>
      )}
      {second_hand && <p class="quiet">{t("guide.secondHand")}</p>}
      {part_second_hand && <p class="quiet">{t("guide.partSecondHand")}</p>}
    </>
  );
}

/** The address in the short form that people use. */
function siteOf(url: string): string {
  return new URL(url).host.replace(/^www\./, "");
}
