// What is on this phone: ready for offline or not, whether the browser promises to keep it, and how much space it
// takes.
import { CircleCheck, CircleDashed, CircleHelp, Smartphone } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { language, messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import frameWords from "../../../i18n/en/frame.json";
import moreWords from "../../../i18n/en/more.json";
import noticesWords from "../../../i18n/en/notices.json";
import { isSetAside, Notices } from "../../components/notices";
import { Button, ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { Icon } from "../../start/components/icon";
import { Screen } from "../../start/components/screen";
import type { Core, SetAsideSize } from "../../start/core";
import {
  askAndRemember,
  asksThePerson,
  lastAskedOf,
  type Promised,
  promised,
  type StorageSpace,
  storageSpace,
} from "../../start/deviceStorage";
import { useServices } from "../../start/services";
import { watch } from "../../start/watched";
import "./storage.css";
import type { OfflineState } from "../../start/services";

const t = messagesFrom(frameWords, moreWords, noticesWords);

export function Storage() {
  const core = useServices().core.value;
  return (
    <Screen title={t("storage.title")} back="/more">
      <div class="stack">
        {core.state === "open" && <Notices sync={core.sync} sharing={core.sharing} />}
        <OfflineCard />
        <KeepCard />
        <SpaceCard />
        {core.state === "open" && <SetAsideCard sync={core.sync} setAside={core.setAside} sharing={core.sharing} />}
      </div>
    </Screen>
  );
}

function OfflineCard() {
  const { offline } = useServices();
  watch(offline);
  const { state } = offline.current();
  const { title, text } = offlineWords(state);
  return (
    <Card heading={t("storage.offline")}>
      <p class="storage-state" role="status">
        <Icon of={state === "ready" ? CircleCheck : state === "preparing" ? CircleDashed : CircleHelp} />
        <b>{title}</b>
      </p>
      <p>{text}</p>
      {state === "failed" && (
        <Button look="quiet" onClick={() => void offline.retry()}>
          {t("storage.retry")}
        </Button>
      )}
    </Card>
  );
}

function KeepCard() {
  const { settings } = useServices();
  const [answer, setAnswer] = useState<Promised | null>(null);
  const asked = lastAskedOf(settings);
  const refused = asked.answer === "not-kept" && answer === "not-kept";
  useEffect(() => {
    void promised().then(setAnswer);
  }, []);
  const ask = async () => {
    setAnswer(null);
    setAnswer(await askAndRemember(settings));
  };
  const sentence = { kept: t("storage.kept"), "not-kept": t("storage.notKept"), unknown: t("storage.unknown") };
  return (
    <Card heading={t("storage.keep")}>
      <p>{answer === null ? t("app.opening") : sentence[answer]}</p>
      <div role="status">
        {refused && (
          <p>
            {t("storage.asked", { date: dayText(asked.day) })} {t("storage.askedNo")}
          </p>
        )}
      </div>
      {answer === "not-kept" && asksThePerson(navigator.userAgent) && <p>{t("storage.asksYou")}</p>}
      {answer === "not-kept" && (
        <Button look="quiet" onClick={() => void ask()}>
          {t("storage.ask")}
        </Button>
      )}
      {answer !== null && answer !== "kept" && (
        <ButtonLink href="/more/phones" icon={Smartphone} look="quiet">
          {t("storage.addPhone")}
        </ButtonLink>
      )}
    </Card>
  );
}

function SpaceCard() {
  const [found, setFound] = useState<StorageSpace | null>(null);
  useEffect(() => {
    void storageSpace().then(setFound);
  }, []);
  if (found === null) return null;
  return (
    <Card heading={t("storage.space")}>
      <p>{t("storage.used", { used: sizeText(found.used), quota: sizeText(found.quota) })}</p>
    </Card>
  );
}

type SetAsideProps = Pick<Extract<Core, { state: "open" }>, "sync" | "setAside" | "sharing">;

function SetAsideCard({ sync, setAside, sharing }: SetAsideProps) {
  watch(sync);
  const [found, setFound] = useState<SetAsideSize>({ entries: 0, bytes: 0, logs: [] });
  const [isFreed, setFreed] = useState(false);
  useEffect(() => {
    void setAside().then(async (store) => setFound(await store.measure()));
  }, [setAside]);
  const free = async () => {
    await (await setAside()).free();
    setFreed(true);
  };
  const lookAgain = async () => {
    const { mergeProgress } = await sharing();
    for (const log of found.logs) await mergeProgress.retrySetAside(log);
    location.reload();
  };
  // While a notice is about it, the button is in the notice instead.
  const isOnlyHere = found.logs.length > 0 && !sync.current().notices.some(isSetAside);
  if (found.entries === 0) return null;
  const text = t("storage.asideText", { count: found.entries, size: sizeText(found.bytes) });
  return (
    <Card heading={t("storage.aside")}>
      {!isFreed && <p>{text}</p>}
      {!isFreed && <p>{t("storage.asideWhy")}</p>}
      <div role="status">{isFreed && <p>{t("storage.asideFreed")}</p>}</div>
      {!isFreed && isOnlyHere && (
        <Button look="quiet" onClick={() => void lookAgain()}>
          {t("notices.lookAgain")}
        </Button>
      )}
      {!isFreed && (
        <Button look="quiet" onClick={() => void free()}>
          {t("storage.asideFree")}
        </Button>
      )}
    </Card>
  );
}

// Bytes as people read them: "640 kB", "1.5 MB", "12 GB". In powers of 1000, as phones show them.
const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

export function sizeText(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const value = bytes / 1000 ** step;
  const format = new Intl.NumberFormat(language, {
    style: "unit",
    unit: units[step] ?? "byte",
    maximumFractionDigits: value < 10 ? 1 : 0,
  });
  return format.format(value);
}

/** What to say about being ready for offline. "Ready" only when the worker has found every file on the phone. */
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
