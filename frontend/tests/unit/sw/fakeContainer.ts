// A service worker container without a browser: the parts that register.ts talks to.

export class FakeWorker extends EventTarget {
  heard: string[] = [];

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
    if (message.type === "what-is-missing") ports[0]?.postMessage(this.lacking);
    else this.heard.push(message.type);
  }
}

type Setup = { active?: FakeWorker; installing?: FakeWorker; waiting?: FakeWorker; unreachable?: boolean };

export class FakeContainer extends EventTarget {
  readonly registration: EventTarget & Record<"active" | "installing" | "waiting", FakeWorker | null>;
  private readonly unreachable: boolean;

  constructor({ active, installing, waiting, unreachable = false }: Setup) {
    super();
    const workers = { active: active ?? null, installing: installing ?? null, waiting: waiting ?? null };
    this.registration = Object.assign(new EventTarget(), workers);
    this.unreachable = unreachable;
  }

  getRegistration() {
    return Promise.resolve(this.registration.active ? this.registration : undefined);
  }

  register() {
    return this.unreachable ? Promise.reject(new TypeError("no network")) : Promise.resolve(this.registration);
  }
}
