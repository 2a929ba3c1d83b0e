// What to say about being ready for offline. "Ready" is said only when the worker has found everything on the phone.
import "../../../i18n/words/more";
import { t } from "../../../i18n";
import type { OfflineState } from "../../services";

export function offlineWords(state: OfflineState, isSecure = isSecureContext): { title: string; text: string } {
  switch (state) {
    case "ready":
      return { title: t("storage.ready"), text: t("storage.readyText") };
    case "preparing":
      return { title: t("storage.preparing"), text: t("storage.preparingText") };
    case "failed":
      return { title: t("storage.failed"), text: t("storage.failedText") };
    case "unsupported":
      if (!isSecure) return { title: t("storage.insecure"), text: t("storage.insecureText") };
      return { title: t("storage.unsupported"), text: t("storage.unsupportedText") };
  }
}
