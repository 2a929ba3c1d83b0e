// A case was on this phone, and the browser has lost it. Said plainly, with the ways that are left to get it back; the
// person may also start again.
import { Smartphone } from "lucide-preact";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import recoveryCodeWords from "../../../i18n/en/recoveryCode.json";
import { CopyLink } from "../../components/copyLink";
import { Button, ButtonLink } from "../../start/components/button";
import { useServices } from "../../start/services";

const t = messagesFrom(recoveryCodeWords);

export function Gone({ day }: { day: string }) {
  const { since } = useServices().settings;
  return (
    <div class="stack">
      <p>{t("gone.what", { date: dayText(day) })}</p>
      <p>{t("gone.why")}</p>
      <p>{t("gone.otherPhone")}</p>
      <ButtonLink href="/pair" icon={Smartphone}>
        {t("gone.bring")}
      </ButtonLink>
      <ButtonLink href="/recover" look="quiet">
        {t("gone.recover")}
      </ButtonLink>
      <CopyLink />
      <p>{t("gone.companion")}</p>
      <Button
        look="quiet"
        onClick={() => {
          since.value = "";
        }}
      >
        {t("gone.beginAgain")}
      </Button>
    </div>
  );
}
