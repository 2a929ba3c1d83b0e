// The sheet for paper, A4 or Letter: what it is, the code as square and as seven groups in large type, where to keep it,
// how to use it. It names no case and no person.
import type { ShownCode } from "../../../cases/recoveryCode/recoveryCode";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import recoveryCodeWords from "../../../i18n/en/recoveryCode.json";
import { Paper } from "../../components/paper";
import { QrPicture } from "../../components/qrPicture";
import "./recoverySheet.css";

const t = messagesFrom(recoveryCodeWords);

export function RecoverySheet({ shown }: { shown: ShownCode }) {
  return (
    <Paper label={t("recoverySheet.label")}>
      <h2>{t("recoverySheet.title")}</h2>
      <p>{t("recoverySheet.what")}</p>
      <h3>{t("recoverySheet.code")}</h3>
      <div class="recovery-code">
        <QrPicture text={shown.link} label={t("recoverySheet.square")} />
        <ol>
          {shown.text.split("-").map((group, at) => (
            // By position: two groups may be alike, and their order never changes
            <li key={at}>
              <bdi>{group}</bdi>
            </li>
          ))}
        </ol>
      </div>
      <h3>{t("recoverySheet.keepTitle")}</h3>
      <p>{t("recoverySheet.keep")}</p>
      <p>{t("recoverySheet.secret")}</p>
      <h3>{t("recoverySheet.howTitle")}</h3>
      <p>{t("recoverySheet.how1", { address: location.host })}</p>
      <p>{t("recoverySheet.how2")}</p>
      <p>{t("recoverySheet.how3")}</p>
      <p class="quiet">{t("recoverySheet.madeOn", { date: dayText(shown.madeAt) })}</p>
    </Paper>
  );
}
