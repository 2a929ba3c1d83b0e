// A service worker container without a browser: the parts that register.ts uses.

export class FakeWorker extends EventTarget {
  heard: string[] = [];
  /** The files that it can fetch when asked. */
  obtainable: string[] = [];

  constructor(
    public lacking: string[],
    public state: ServiceWorkerState = "activated",
  ) {
    super();
  }

  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }

  postMessage(message: { type: string }, ports: MessagePort[] = []): void {
    if (message.type === "fetch-what-is-missing")
      this.lacking = this.lacking.filter((url) => !this.obtainable.includes(url));
    if (message.type !== "what-is-missing") this.heard.push(message.type);
    if (ports[0]) ports[0].postMessage(this.lacking);
  }
}

type Setup = { active?: FakeWorker; installing?: FakeWorker; waiting?: FakeWorker; unreachable?: boolean };

export class FakeContainer extends EventTarget {
  readonly registration: EventTarget & Record<"active" | "installing" | "waiting", FakeWorker | null>;
  /** The worker that serves this page. */
  controller: FakeWorker | null = null;
  private readonly unreachable: boolean;

  constructor({ active, installing, waiting, unreachable = false }: Setup) {
    super();
    const workers = { active: active ?? null, installing: installing ?? null, waiting: waiting ?? null };
    this.registration = Object.assign(new EventTarget(), workers);
    this.controller = workers.active;
    this.unreachable = unreachable;
  }

  /** Another worker takes over the pages of this one. */
  takeOver(worker: FakeWorker): void {
    this.controller = worker;
    this.registration.active = worker;
    this.registration.waiting = null;
    this.dispatchEvent(new Event("controllerchange"));
  }

  getRegistration() {
    return Promise.resolve(this.registration.active ? this.registration : undefined);
  }

  register() {
    return this.unreachable ? Promise.reject(new TypeError("no network")) : Promise.resolve(this.registration);
  }
}
