// The page's side of the service worker. Says "ready" only when a worker is active and has found every file and the
// guidance in its caches; what is missing is fetched again. A new version is applied only when the person asks, and
// then in every tab: each stores what was typed and reloads.
import { type FromWorker, SECONDS_TO_FETCH, type ToWorker } from "./cacheRules";
import type { Offline, OfflineReport } from "./offline";

/** What the page does when the worker asks for it. */
export type PageHooks = {
  onNewContent(): void;
  /** Stores what was typed; rejects while something is only on the screen. */
  store(): Promise<unknown>;
  reload(): void;
};

/** The parts of the browser's objects that are used here. */
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
  readonly controller: unknown;
  register(url: string, options: RegistrationOptions): Promise<Registration>;
  getRegistration(): Promise<Registration | undefined>;
};

const SECONDS_TO_ANSWER = 10;
const MS_TO_TRY_AGAIN = 1_000;

export function keepOffline(container: Container | undefined, page: PageHooks): Offline {
  const keeper = new Keeper(container, page);
  container?.addEventListener("message", (event) => {
    if (event instanceof MessageEvent && isNews(event.data)) page.onNewContent();
  });
  void keeper.retry();
  return keeper;
}

class Keeper implements Offline {
  private readonly listeners = new Set<() => void>();
  private report: OfflineReport;
  private registration: Registration | null = null;
  private isFollowing = false;

  constructor(
    private readonly container: Container | undefined,
    private readonly page: PageHooks,
  ) {
    this.report = { state: container ? "preparing" : "unsupported", updateReady: false, isUpdating: false };
    // The first worker takes over a page that it did not serve, and that is as new as the worker: no reload.
    let isServed = container?.controller != null;
    container?.addEventListener("controllerchange", () => {
      if (isServed || this.report.isUpdating) void this.follow();
      isServed = true;
    });
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
      const worker = await this.activeWorker(this.container);
      const missing = await ask(worker, "what-is-missing", SECONDS_TO_ANSWER);
      const left =
        missing.length === 0
          ? missing
          : await ask(worker, "fetch-what-is-missing", SECONDS_TO_FETCH + SECONDS_TO_ANSWER);
      this.say({ state: left.length === 0 ? "ready" : "failed" });
    } catch {
      this.say({ state: "failed" });
    }
  }

  applyUpdate(): void {
    this.say({ isUpdating: true });
    // Another tab may already have activated the new version.
    if (this.registration?.waiting) this.registration.waiting.postMessage({ type: "apply-update" });
    else void this.follow();
  }

  /** Reloads this page in the new version as soon as everything typed in it is stored. */
  private async follow(): Promise<void> {
    if (this.isFollowing) return;
    this.isFollowing = true;
    this.say({ isUpdating: true });
    while (!(await this.isStored())) await new Promise((resolve) => setTimeout(resolve, MS_TO_TRY_AGAIN));
    this.page.reload();
  }

  private isStored(): Promise<boolean> {
    return this.page.store().then(
      () => true,
      () => false,
    );
  }

  /** An existing worker answers first: without a network, register() may take long to give up. */
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

/** Asks the worker for the addresses that it lacks, at once or after it has tried to fetch them. */
function ask(worker: Worker, type: "what-is-missing" | "fetch-what-is-missing", seconds: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = (event: MessageEvent<string[]>) => resolve(event.data);
    setTimeout(() => reject(new Error("no answer")), seconds * 1000);
    worker.postMessage({ type }, [channel.port2]);
  });
}

function isNews(said: unknown): said is FromWorker {
  return typeof said === "object" && said !== null && Reflect.get(said, "type") === "content-is-new";
}
