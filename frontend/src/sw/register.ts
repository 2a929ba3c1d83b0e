// The page's side of the service worker. "ready" is said only when a worker is active and has found every file and the
// guidance in its caches; a new version is applied only when the person asks.
import type { FromWorker, ToWorker } from "./cacheRules";

export type OfflineState = "unsupported" | "preparing" | "ready" | "failed";
export type OfflineReport = { state: OfflineState; updateReady: boolean };

export interface Offline {
  current(): OfflineReport;
  subscribe(listener: () => void): () => void;
  applyUpdate(): void;
  retry(): Promise<void>;
}

/** What is needed of the browser's objects. */
type Worker = EventTarget & {
  readonly state: ServiceWorkerState;
  postMessage(message: ToWorker, ports?: Transferable[]): void;
};
type Registration = EventTarget & {
  readonly active: Worker | null;
  readonly installing: Worker | null;
  readonly waiting: Worker | null;
};
type Container = EventTarget & {
  register(url: string, options: RegistrationOptions): Promise<Registration>;
  getRegistration(): Promise<Registration | undefined>;
};

const SECONDS_TO_ANSWER = 10;

export function keepOffline(container: Container | undefined, onNewContent: () => void): Offline {
  const listeners = new Set<() => void>();
  let report: OfflineReport = { state: container ? "preparing" : "unsupported", updateReady: false };
  let registration: Registration | null = null;
  let reloading = false;

  function say(change: Partial<OfflineReport>): void {
    report = { ...report, ...change };
    for (const listener of listeners) listener();
  }

  async function prepare(): Promise<void> {
    if (!container) return;
    say({ state: "preparing" });
    // A worker of an earlier visit is asked first: without a network, register() may take long to give up.
    const known = await container.getRegistration();
    const registering = container.register("/sw.js", { scope: "/", updateViaCache: "none" });
    registering.then(watch, () => known && watch(known));
    try {
      const active = known?.active ?? (await activeWorker(await registering));
      const lacking = await ask(active);
      say({ state: lacking.length === 0 ? "ready" : "failed" });
    } catch {
      say({ state: "failed" });
    }
  }

  function watch(found: Registration): void {
    registration = found;
    const look = () => say({ updateReady: found.waiting !== null && found.active !== null });
    look();
    found.addEventListener("updatefound", () => found.installing?.addEventListener("statechange", look));
  }

  container?.addEventListener("message", (event) => {
    if (event instanceof MessageEvent && isNews(event.data)) onNewContent();
  });

  void prepare();
  return {
    current: () => report,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    applyUpdate() {
      if (reloading || !registration?.waiting) return;
      reloading = true;
      container?.addEventListener("controllerchange", () => location.reload(), { once: true });
      registration.waiting.postMessage({ type: "apply-update" });
    },
    retry: prepare,
  };
}

/** The active worker, once there is one. Rejects when the first installation fails. */
function activeWorker(registration: Registration): Promise<Worker> {
  if (registration.active) return Promise.resolve(registration.active);
  const worker = registration.installing ?? registration.waiting;
  if (!worker) return Promise.reject(new Error("no worker"));
  return new Promise((resolve, reject) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") resolve(worker);
      if (worker.state === "redundant") reject(new Error("not installed"));
    });
  });
}

/** Asks the worker what is not in its caches. */
function ask(worker: Worker): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = (event: MessageEvent<string[]>) => resolve(event.data);
    setTimeout(() => reject(new Error("no answer")), SECONDS_TO_ANSWER * 1000);
    worker.postMessage({ type: "what-is-missing" }, [channel.port2]);
  });
}

function isNews(said: unknown): said is FromWorker {
  return typeof said === "object" && said !== null && Reflect.get(said, "type") === "content-is-new";
}
