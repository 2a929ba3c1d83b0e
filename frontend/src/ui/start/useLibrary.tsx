// The guidance for screens that show it: waits quietly, and says so when the guidance has never reached this phone.
import type { ComponentChildren } from "preact";
import type { Bundle } from "../../content/bundle";
import type { AnswerTimeOfCountry } from "../../domain/letters/answerDue";
import { messagesFrom } from "../../i18n";
import frameWords from "../../i18n/en/frame.json";
import { Button } from "./components/button";
import { useServices } from "./services";
import { watch } from "./watched";

const t = messagesFrom(frameWords);

export function useBundle(): Bundle | null {
  const { library } = useServices();
  watch(library);
  return library.bundle();
}

export function GuideGate({ children }: { children: (bundle: Bundle) => ComponentChildren }) {
  const { library } = useServices();
  const bundle = useBundle();
  if (bundle) return <>{children(bundle)}</>;
  if (library.state() === "loading") return <p class="quiet">{t("library.loading")}</p>;
  return (
    <div class="stack">
      <p>{t("library.absent")}</p>
      <Button look="quiet" onClick={() => void library.load()}>
        {t("library.tryAgain")}
      </Button>
    </div>
  );
}

// How long a clinic has to hand over records, by country, from the guidance on this phone. Null where no rule is known
// and while the guidance is missing: nothing is guessed. "" is the country chosen for this phone.
export function useAnswerTimeOfCountry(): AnswerTimeOfCountry {
  const bundle = useBundle();
  const chosen = useServices().settings.country.value;
  // The guidance of an older server has no such rule.
  return (country) => bundle?.countries.find(({ code }) => code === (country || chosen))?.answer_time ?? null;
}
