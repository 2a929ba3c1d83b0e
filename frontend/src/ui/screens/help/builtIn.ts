// The signs as the app itself knows them, for a phone that the guidance has never reached. No number: none is guessed.
import "../../../i18n/words/help";
import type { HelpText } from "../../../content/bundle";
import { t } from "../../../i18n";

export function builtInHelp(): HelpText {
  return {
    do_not_wait: t("help.fallback.doNotWait"),
    cards: [
      {
        heading: t("help.fallback.first"),
        signs: [
          t("help.fallback.chest"),
          t("help.fallback.breath"),
          t("help.fallback.stroke"),
          t("help.fallback.bleeding"),
          t("help.fallback.allergy"),
        ],
        ...plain,
      },
      {
        heading: t("help.fallback.second"),
        signs: [
          t("help.fallback.fit"),
          t("help.fallback.passedOut"),
          t("help.fallback.confusion"),
          t("help.fallback.head"),
          t("help.fallback.burns"),
        ],
        ...plain,
      },
    ],
    checked_note: t("help.numbersChange"),
    sources: [],
    reviewed_on: "",
  };
}

const plain = { closing: null, calls_team: false, read_by_clinician: false };
