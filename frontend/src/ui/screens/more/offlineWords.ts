// What to say about being ready for offline. "Ready" only when the worker has found every file on the phone.
import { messagesFrom } from "../../../i18n";
import moreWords from "../../../i18n/en/more.json";
import type { OfflineState } from "../../start/services";

const t = messagesFrom(moreWords);

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
