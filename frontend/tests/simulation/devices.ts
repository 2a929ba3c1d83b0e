// Simulated phones: the app's real modules on a fake IndexedDB, a clock that tests move, a network that fails on
// purpose, and a power supply that can fail between any two writes. Real crypto throughout.
import "fake-indexeddb/auto";
import type { Sharing } from "../../src/cases/sharing/sharing";
import { buildPhone, type Phone } from "../../src/phone";
import type { Answer, ServerApi } from "../../src/protocol/api";
import { createDatabase, type WithDatabase } from "../../src/storage/database";
import { SimulatedBrowser, type Tab } from "./browser";
import type { Relay } from "./relay";

/** A phone with everything loaded that normally loads later. */
export type SimulatedPhone = Phone & Sharing;

export class PowerLoss extends Error {}

/** A clock that only moves when a test moves it; due timers run in order. */
export class SimulatedClock {
  /** How far the phones' clocks are wrong; timers and the server are not affected. */
  error = 0;
  private time = Date.UTC(2026, 10, 22, 9, 0, 0);
  private timers: { at: number; wake: () => void }[] = [];

  now = () => new Date(this.time + this.error).toISOString();
  millis = () => this.time;

  after = (ms: number, wake: () => void) => {
    const timer = { at: this.time + ms, wake };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  advance(ms: number): void {
    this.time += ms;
    const due = this.timers.filter((timer) => timer.at <= this.time).sort((a, b) => a.at - b.at);
    this.timers = this.timers.filter((timer) => timer.at > this.time);
    for (const timer of due) timer.wake();
  }
}

export type Fault = "none" | "drop-request" | "drop-answer" | "repeat" | "server-error";

export class SimulatedDevice {
  phone: SimulatedPhone | null = null;
  online = true;
  /** What the browser believes about the network; the truth unless a story says otherwise. */
  believesOnline: boolean | null = null;
  /** Whether the browser has space beyond what is kept free for the person's own words. */
  hasRoomForOthers = true;
  /** What happens to the next calls, one fault for each call; after that the network works. */
  faults: Fault[] = [];
  /** The power fails after this many more database calls; null for never. */
  powerLeft: number | null = null;
  storage = createDatabase;
  /** What opened the app lock, for the next start. */
  lockKey: CryptoKey | undefined;
  /** What happens right after the server has acknowledged a push on `log`. */
  afterPush: (log: string) => void = () => {};
  /** Called with every call that goes out, whatever comes of it. */
  onCall: () => void = () => {};
  /** Calls that something on the way answers as if they had been carried out. */
  liesAbout: ("revoke" | "deleteInvite" | "deleteSlot")[] = [];
  /** What reached the phone's last error boundary; must stay empty. */
  readonly errors: unknown[] = [];
  private life = 0;
  private tab: Tab | null = null;

  constructor(
    readonly name: string,
    private readonly relay: Relay,
    private readonly clock: SimulatedClock,
    private readonly random: () => number,
    readonly database = name,
    readonly browser = new SimulatedBrowser(),
  ) {}

  /** Another tab on this phone: the same storage, notification and lock. */
  anotherTab(name: string): SimulatedDevice {
    const tab = new SimulatedDevice(name, this.relay, this.clock, this.random, this.database, this.browser);
    tab.storage = this.storage;
    return tab;
  }

  /** Starts the phone on what is in its storage. */
  async start(): Promise<SimulatedPhone> {
    this.life += 1;
    this.tab?.close();
    const tab = this.browser.openTab();
    this.tab = tab;
    const network = this.network(this.life);
    const built = await buildPhone({
      withDatabase: this.powered(
        this.storage(this.database, () => this.phone?.recover()),
        this.life,
      ),
      api: async () => network,
      channel: tab.channel,
      now: this.clock.now,
      minutesEast: () => 0,
      after: this.clock.after,
      random: this.random,
      exclusively: tab.exclusively,
      isOnline: () => this.believesOnline ?? this.online,
      hasSpaceForOthers: async () => this.hasRoomForOthers,
      origin: "https://second-look.example",
      phoneName: this.name,
      // Few, so that every story meets states.
      rowsBeforeState: 3,
      lockKey: this.lockKey,
      onError: (error) => {
        if (!(error instanceof PowerLoss)) this.errors.push(error);
      },
    });
    const phone = { ...built, ...(await built.sharing()) };
    this.phone = phone;
    phone.engine.start();
    return phone;
  }

  /** Cuts the power: nothing of this run reaches storage or network any more. */
  crash(): void {
    this.phone?.engine.stop();
    this.phone?.repair.stop();
    this.tab?.close();
    this.phone = null;
    this.life += 1;
    this.powerLeft = null;
  }

  private powered(withDatabase: WithDatabase, life: number): WithDatabase {
    return async (work) => {
      if (life !== this.life) throw new PowerLoss();
      if (this.powerLeft !== null) {
        this.powerLeft -= 1;
        if (this.powerLeft < 0) {
          this.crash();
          throw new PowerLoss();
        }
      }
      const result = await withDatabase(work);
      if (life !== this.life) throw new PowerLoss();
      return result;
    };
  }

  private network(life: number): ServerApi {
    const { relay } = this;
    const through = <T>(call: () => Promise<Answer<T>>) => this.carried(life, call);
    const done = async (
      name: "revoke" | "deleteInvite" | "deleteSlot",
      call: () => Promise<Answer<null>>,
    ): Promise<Answer<null>> => (this.liesAbout.includes(name) ? { ok: true, value: null } : through(call));
    return {
      createLog: (...args) => through(() => relay.createLog(...args)),
      grant: (...args) => through(() => relay.grant(...args)),
      grants: (...args) => through(() => relay.grants(...args)),
      revoke: (...args) => done("revoke", () => relay.revoke(...args)),
      push: async (...args) => {
        const answer = await through(() => relay.push(...args));
        if (answer.ok) this.afterPush(args[0]);
        return answer;
      },
      pull: (...args) => through(() => relay.pull(...args)),
      hashes: (...args) => through(() => relay.hashes(...args)),
      putBack: (...args) => through(() => relay.putBack(...args)),
      newIncarnation: (...args) => through(() => relay.newIncarnation(...args)),
      putInvite: (...args) => through(() => relay.putInvite(...args)),
      inviteStatus: (...args) => through(() => relay.inviteStatus(...args)),
      deleteInvite: (...args) => done("deleteInvite", () => relay.deleteInvite(...args)),
      claimInvite: (...args) => through(() => relay.claimInvite(...args)),
      handOver: (...args) => through(() => relay.handOver(...args)),
      putSlot: (...args) => through(() => relay.putSlot(...args)),
      getSlot: (...args) => through(() => relay.getSlot(...args)),
      deleteSlot: (...args) => done("deleteSlot", () => relay.deleteSlot(...args)),
    };
  }

  private async carried<T>(life: number, call: () => Promise<Answer<T>>): Promise<Answer<T>> {
    const failed = (code: "no_network" | "timed_out" | "server_error") =>
      ({ ok: false, code, retryAfter: null, details: {} }) as const;
    this.onCall();
    if (life !== this.life || !this.online) return failed("no_network");
    const fault = this.faults.shift() ?? "none";
    if (fault === "drop-request") return failed("no_network");
    if (fault === "server-error") return failed("server_error");
    const answer = await call();
    if (fault === "drop-answer") return failed("timed_out");
    return fault === "repeat" ? call() : answer;
  }
}

/** Lets everything that is under way on these devices finish, without moving the clock. */
export async function settle(devices: SimulatedDevice[]): Promise<void> {
  for (let quiet = 0; quiet < 4; quiet += 1) {
    for (const { phone } of devices) {
      await phone?.engine.settled();
      await phone?.repair.settled();
      await phone?.book.flushAll().catch(() => {});
      await phone?.book.catchUpAll().catch(() => {});
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** Moves the clock and exchanges until every device has sent and pulled everything. Throws when they never finish. */
export async function converge(devices: SimulatedDevice[], clock: SimulatedClock, rounds = 40): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    clock.advance(310_000);
    for (const { phone } of devices) phone?.engine.wake();
    await settle(devices);
    for (const { errors } of devices) if (errors.length > 0) throw errors[0];
    if (await allAtRest(devices)) return;
  }
  throw new Error("the devices never came to rest");
}

async function allAtRest(devices: SimulatedDevice[]): Promise<boolean> {
  const heads = new Map<string, string>();
  for (const { phone } of devices) {
    if (!phone || (await phone.log.unsent()) > 0) return false;
    // A log that this phone has left is not asked for any more: its words go on in another one.
    const inUse = (await phone.log.logs()).filter(({ movedOn }) => !movedOn);
    for (const record of inUse) {
      if (record.cloned || record.orphans || record.cursor !== record.serverHead) return false;
      const pin = `${record.incarnation}/${record.cursor}/${record.cursorHash}`;
      if ((heads.get(record.log) ?? pin) !== pin) return false;
      heads.set(record.log, pin);
    }
  }
  return true;
}

/** The storage of one phone on another, as a restored backup or a copied profile would leave it. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const [source, target] = await Promise.all([
    createDatabase(from)(async (db) => db),
    createDatabase(to)(async (db) => db),
  ]);
  const secrets = await source.getAllKeys("secrets");
  for (const row of await source.getAll("rows")) await target.put("rows", row);
  for (const record of await source.getAll("logs")) await target.put("logs", record);
  for (const name of secrets) {
    const secret = await source.get("secrets", name);
    if (secret) await target.put("secrets", secret, name);
  }
}
