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
  const keeper = new Keeper(container);
  container?.addEventListener("message", (event) => {
    if (event instanceof MessageEvent && isNews(event.data)) onNewContent();
  });
  void keeper.retry();
  return keeper;
}

class Keeper implements Offline {
  private readonly listeners = new Set<() => void>();
  private report: OfflineReport;
  private registration: Registration | null = null;
  private reloading = false;

  constructor(private readonly container: Container | undefined) {
    this.report = { state: container ? "preparing" : "unsupported", updateReady: false };
  }

  current(): OfflineReport {
    return this.report;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async retry(): Promise<void> {
    if (!this.container) return;
    this.say({ state: "preparing" });
    try {
      const lacking = await ask(await this.activeWorker(this.container));
      this.say({ state: lacking.length === 0 ? "ready" : "failed" });
    } catch {
      this.say({ state: "failed" });
    }
  }

  applyUpdate(): void {
    if (this.reloading || !this.registration?.waiting) return;
    this.reloading = true;
    this.container?.addEventListener("controllerchange", () => location.reload(), { once: true });
    this.registration.waiting.postMessage({ type: "apply-update" });
  }

  /** A worker of an earlier visit answers first: without a network, register() may take long to give up. */
  private async activeWorker(container: Container): Promise<Worker> {
    const known = await container.getRegistration();
    const registering = container.register("/sw.js", { scope: "/", updateViaCache: "none" });
    registering.then(
      (registration) => this.watch(registration),
      () => known && this.watch(known),
    );
    return known?.active ?? activated(await registering);
  }

  private watch(registration: Registration): void {
    if (this.registration === registration) return;
    this.registration = registration;
    const look = () => this.say({ updateReady: registration.waiting !== null && registration.active !== null });
    look();
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  }

  private say(change: Partial<OfflineReport>): void {
    this.report = { ...this.report, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** The active worker, once there is one. Rejects when the first installation fails. */
function activated(registration: Registration): Promise<Worker> {
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
