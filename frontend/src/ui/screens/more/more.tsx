// The other cases, and everything that is set up once. A waiting new version and the home-screen hint appear here and
// nowhere else.
import {
  FileDown,
  HardDriveDownload,
  Info,
  LifeBuoy,
  Lock,
  MapPin,
  Pencil,
  Printer,
  RefreshCw,
  Smartphone,
  SunMoon,
  Users,
} from "lucide-preact";
import { messagesFrom } from "../../../i18n";
import moreWords from "../../../i18n/en/more.json";
import { Button } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { LinkRow, Rows } from "../../start/components/rows";
import { Screen } from "../../start/components/screen";
import { SeeExample } from "../../start/components/seeExample";
import { useServices } from "../../start/services";
import { useBundle } from "../../start/useLibrary";
import { watch } from "../../start/watched";
import { CaseSwitch } from "./caseSwitch";
import { InstallHint } from "./installHint";
import { offlineWords } from "./storage";

const t = messagesFrom(moreWords);

export function More() {
  const { settings, offline, openCase } = useServices();
  watch(offline);
  const country = useBundle()?.countries.find(({ code }) => code === settings.country.value);
  const { state, updateReady, isUpdating } = offline.current();
  return (
    <Screen title={t("more.title")} back="/">
      <div class="stack">
        {updateReady && (
          <Card heading={t("more.updateTitle")}>
            <p>{t("more.updateText")}</p>
            <Button icon={RefreshCw} onClick={() => offline.applyUpdate()}>
              {t("more.updateButton")}
            </Button>
            <p role="status">{isUpdating && t("more.updating")}</p>
          </Card>
        )}
        <CaseSwitch />
        <Rows>
          <LinkRow href="/cases" icon={Pencil} title={t("more.cases")} detail={t("more.casesDetail")} />
          {openCase.value.state === "open" && (
            <LinkRow href="/case/copy" icon={FileDown} title={t("more.copy")} detail={t("more.copyDetail")} />
          )}
          <LinkRow href="/case/companions" icon={Users} title={t("more.sharing")} detail={t("more.sharingDetail")} />
          <LinkRow href="/more/phones" icon={Smartphone} title={t("more.phones")} detail={t("more.phonesDetail")} />
          <LinkRow href="/more/recovery-code" icon={Printer} title={t("more.recoveryCode")} />
          <LinkRow href="/more/app-lock" icon={Lock} title={t("more.appLock")} />
          <LinkRow
            href="/more/accidents"
            icon={LifeBuoy}
            title={t("more.accidents")}
            detail={t("more.accidentsDetail")}
          />
          <LinkRow
            href="/more/country"
            icon={MapPin}
            title={t("more.country")}
            detail={country?.name ?? t("more.countryNone")}
          />
          <LinkRow href="/more/display" icon={SunMoon} title={t("more.display")} detail={t("more.displayDetail")} />
          <LinkRow
            href="/more/storage"
            icon={HardDriveDownload}
            title={t("more.storage")}
            detail={offlineWords(state).title}
          />
          <LinkRow href="/more/about" icon={Info} title={t("more.about")} detail={t("more.aboutDetail")} />
        </Rows>
        <SeeExample />
        <InstallHint />
      </div>
    </Screen>
  );
}
