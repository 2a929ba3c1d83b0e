// Composition root: builds the parts, passes them to the screens, renders. No logic of its own.
import "./phoneDatabase";
import "./ui/styles/tokens.css";
import "./ui/styles/base.css";
import "./ui/styles/frame.css";
import "./ui/styles/frameFits.css";
import "./ui/styles/print.css";

import { signal } from "@preact/signals";
import { render } from "preact";
import { openLibrary } from "./content/library";
import { language } from "./i18n";
import { timeLimit } from "./protocol/timeLimit";
import { offlineOnceLoaded } from "./sw/offline";
import { App } from "./ui/start/app";
import type { Core } from "./ui/start/core";
import { takeBackEarlierBlanks } from "./ui/start/earlierBlanks";
import { listenForInstallOffer } from "./ui/start/install";
import { followWidth } from "./ui/start/isWide";
import { followClock } from "./ui/start/localNow";
import { followCase } from "./ui/start/openCase";
import { startRouter } from "./ui/start/router";
import { find, loads } from "./ui/start/routes";
import { ignoreSecondTaps } from "./ui/start/secondTap";
import { ServicesContext } from "./ui/start/services";
import { rememberedSettings, showSettings } from "./ui/start/settings";
import { warmUp } from "./ui/start/warmUp";

const MS_FOR_GUIDE = 30_000;

const settings = rememberedSettings(() => localStorage);
showSettings(settings, document.documentElement);

const library = openLibrary(language, (url) => fetch(url, { signal: timeLimit(MS_FOR_GUIDE) }));
void library.load();

const core = signal<Core>({ state: "opening" });
const offline = offlineOnceLoaded(async () => (await import("./browserOffline")).startOffline(core, library));
const open = (lockKey?: CryptoKey): Promise<void> =>
  import("./browserPhone")
    .then(({ startBrowserPhone }) => startBrowserPhone(lockKey))
    .then((phone) => {
      core.value = phone ? { state: "open", sync: phone.engine.status, ...phone } : { state: "locked", open };
    })
    .catch((cause: unknown) => {
      core.value = { state: "failed", cause };
    });
void open()
  // At once and in every case: losing the signal during the first visit must not make "Get help now" unavailable.
  .then(find("/help").load)
  .catch(() => {});

const openCase = followCase(core, settings);
const services = { core, openCase, library, settings, offline };
void import("./browserOffline")
  .then(({ askOnceSomethingIsWritten, followSince, secondPlace }) => {
    followSince(openCase, settings.since, secondPlace);
    askOnceSomethingIsWritten(openCase, settings);
  })
  .catch(() => {});
takeBackEarlierBlanks(openCase, settings);
// On a page served by the service worker, every file is on the phone.
const sharing = async () => core.value.state === "open" && core.value.sharing();
warmUp(openCase, Boolean(navigator.serviceWorker?.controller), [...loads, sharing]);

followClock();
followWidth();
startRouter();
ignoreSecondTaps();
listenForInstallOffer();
const root = document.getElementById("app");
if (root) {
  // The plain words shown until now.
  root.replaceChildren();
  render(
    <ServicesContext.Provider value={services}>
      <App />
    </ServicesContext.Provider>,
    root,
  );
}
