// Adding the app to the home screen. Chromium gives the app a prompt that it can show later. iPhones have none, so the
// person is shown where to tap.
import { signal } from "@preact/signals";

/** What is remembered of a person who was offered the home screen of an iPhone and said "Not now". */
export const NO_HOME_SCREEN = "noHomeScreen";

type Offer = Event & { prompt(): Promise<unknown> };

/** Chromium's prompt, while it can be used. */
export const installOffer = signal<Offer | null>(null);

export function listenForInstallOffer(): void {
  addEventListener("beforeinstallprompt", (event) => {
    if (!isOffer(event)) return;
    event.preventDefault();
    installOffer.value = event;
  });
  addEventListener("appinstalled", () => {
    installOffer.value = null;
  });
}

export async function acceptInstallOffer(): Promise<void> {
  const offer = installOffer.value;
  installOffer.value = null;
  await offer?.prompt();
}

/** Whether the app was opened from the home screen. */
export function isFromHomeScreen(): boolean {
  return matchMedia("(display-mode: standalone)").matches || Reflect.get(navigator, "standalone") === true;
}

/** An iPhone or iPad that shows the app as a web page and not from the home screen. An iPad calls itself a Mac. */
export function needsIphoneHint(agent: string, isFromHomeScreen: boolean, touches: number): boolean {
  return (/iPhone|iPad|iPod/.test(agent) || (agent.includes("Macintosh") && touches > 1)) && !isFromHomeScreen;
}

function isOffer(event: Event): event is Offer {
  return "prompt" in event;
}
