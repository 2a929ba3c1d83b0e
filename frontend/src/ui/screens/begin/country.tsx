// The last step before the questions: the country, for the numbers of "Get help now" and for the person's rights.
import { helpNow } from "../../../content/helpNow";
import { messagesFrom } from "../../../i18n";
import beginWords from "../../../i18n/en/begin.json";
import { navigate } from "../../start/router";
import { useBundle } from "../../start/useLibrary";
import { WhereAreYou } from "../help/whereAreYou";
import { steps } from "./startCase";
import { Step } from "./step";

const t = messagesFrom(beginWords);

export function CountryStep() {
  const { countries } = helpNow(useBundle());
  const goOn = () => navigate("/begin/questions", { replace: true });
  return (
    <Step
      number={steps.value}
      of={steps.value}
      title={t("begin.country.title")}
      why={t("begin.country.why")}
      onNext={goOn}
      onSkip={goOn}
    >
      <WhereAreYou countries={countries} languages={navigator.languages} />
    </Step>
  );
}
