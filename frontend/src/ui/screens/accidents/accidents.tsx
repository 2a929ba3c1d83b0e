// What is lost, what is kept and what to do when something goes wrong, each with its tools. It says only what this
// version does: SECURITY.md has the same lines, each with the test that shows it.
import { messagesFrom } from "../../../i18n";
import accidentsWords from "../../../i18n/en/accidents.json";
import { CopyLink } from "../../components/copyLink";
import { Fold } from "../../components/fold";
import { ButtonLink } from "../../start/components/button";
import { Screen } from "../../start/components/screen";

const t = messagesFrom(accidentsWords);

const recover = { href: "/recover", name: "recover" } as const;
const accidents = {
  phone: [recover, { href: "/more/phones", name: "phones" }],
  browser: [recover],
  server: [{ href: "/case/copy", name: "copy" }],
  companion: [{ href: "/case/companions", name: "companions" }],
  code: [{ href: "/more/recovery-code", name: "newCode" }],
} as const;

type Accident = keyof typeof accidents;

export function Accidents() {
  return (
    <Screen title={t("accidents.title")} back="/more">
      <div class="stack">
        <p>{t("accidents.why")}</p>
        <One what="phone" />
        <One what="browser" />
        <One what="server" />
        <One what="companion" />
        <One what="code" />
      </div>
    </Screen>
  );
}

function One({ what }: { what: Accident }) {
  return (
    <Fold heading={t(`accidents.${what}.title`)}>
      {(["lost", "kept", "now"] as const).map((part) => (
        <p key={part}>
          <b>{t(`accidents.${part}`)}</b> {t(`accidents.${what}.${part}`)}
        </p>
      ))}
      {accidents[what].map(({ href, name }) => (
        <ButtonLink key={href} href={href} look="quiet">
          {t(`accidents.${name}`)}
        </ButtonLink>
      ))}
      {what === "browser" && <CopyLink />}
    </Fold>
  );
}
