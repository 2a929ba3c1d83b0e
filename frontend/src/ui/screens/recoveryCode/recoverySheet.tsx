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
    <Paper label={t("sheet.label")}>
      <h2>{t("sheet.title")}</h2>
      <p>{t("sheet.what")}</p>
      <h3>{t("sheet.code")}</h3>
      <div class="recovery-code">
        <QrPicture text={shown.link} label={t("sheet.square")} />
        <ol>
          {shown.text.split("-").map((group, at) => (
            // By position: two groups may be alike, and their order never changes
            <li key={at}>
              <bdi>{group}</bdi>
            </li>
          ))}
        </ol>
      </div>
      <h3>{t("sheet.keepTitle")}</h3>
      <p>{t("sheet.keep")}</p>
      <p>{t("sheet.secret")}</p>
      <h3>{t("sheet.howTitle")}</h3>
      <ol>
        <li>{t("sheet.how1", { address: location.host })}</li>
        <li>{t("sheet.how2")}</li>
        <li>{t("sheet.how3")}</li>
      </ol>
      <p class="quiet">{t("sheet.madeOn", { date: dayText(shown.madeAt) })}</p>
    </Paper>
  );
}
