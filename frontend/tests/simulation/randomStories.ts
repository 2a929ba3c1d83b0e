// Random stories for the simulator: what happens to which phone, played on the app's real modules, and what must be
// true at the end.
import fc from "fast-check";
import type { OpenCase } from "../../src/cases/documents/book";
import { deleteEntry, restoreEntry } from "../../src/domain/case/entries";
import { addNote, editNote, type Note, noteEntries, notes } from "../../src/domain/journal/notes";
import { questions } from "../../src/domain/questions/questionEntries";
import { addQuestion, tickQuestion } from "../../src/domain/questions/questions";
import { converge, copyDatabase, type Fault, SimulatedClock, SimulatedDevice, settle } from "./devices";
import { Relay, type RelayState } from "./relay";
import { startAsCompanion, startJoined } from "./stage";

type ToPhone =
  | { do: "write" | "edit" | "ask" | "tick" | "delete" | "restore"; who: number; which: number }
  | { do: "save" | "exchange" | "crash" | "start" | "leave-network" | "join-network"; who: number }
  | { do: "clone" | "open-tab" | "restore-after-push"; who: number }
  | { do: "lose-power-after"; who: number; writes: number }
  | { do: "network-fails"; who: number; faults: Fault[] };
type ToServer = { do: "back-up" | "restore-server" | "wipe-server" } | { do: "wait"; ms: number };
export type Step = ToPhone | ToServer;

const who = fc.nat({ max: 2 });
const faults = fc.array(fc.constantFrom<Fault>("drop-request", "drop-answer", "repeat", "server-error", "none"), {
  maxLength: 5,
});

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constantFrom("write", "edit", "ask", "tick", "delete", "restore"),
      who,
      which: fc.nat({ max: 9 }),
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constantFrom("save", "exchange", "crash", "start", "leave-network", "join-network"),
      who,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("clone", "open-tab", "restore-after-push"), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("lose-power-after"), who, writes: fc.nat({ max: 12 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("network-fails"), who, faults }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("back-up", "restore-server", "wipe-server") }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("wait"), ms: fc.nat({ max: 4000 }) }) },
);

/** Three phones that share a case, and everything that can happen to them. The third may be a companion's. */
export class Story {
  constructor(private readonly third: "own" | "companion" = "own") {}

  private readonly name = `story-${crypto.randomUUID()}`;
  private readonly clock = new SimulatedClock();
  private readonly relay = new Relay(() => crypto.randomUUID().replaceAll("-", ""), this.clock.millis);
  private readonly devices: SimulatedDevice[] = [];
  private readonly typed = new Map<string, SimulatedDevice>();
  /** Every word that the phone called saved. */
  readonly saved = new Set<string>();
  private backup: RelayState | null = null;
  private caseId = "";
  private words = 0;

  async begin(): Promise<void> {
    const [first] = [0, 1, 2].map((n) => this.addDevice(`${this.name}-${n}`));
    const phone = await first?.start();
    if (!first || !phone) throw new Error("no first phone");
    this.caseId = await phone.book.create("Knee");
    for (const device of this.devices.slice(1)) {
      if (this.isCompanion(device)) await startAsCompanion(phone, this.caseId, device);
      else await startJoined(phone, device);
    }
    await converge(this.devices, this.clock);
  }

  async play(deed: Step): Promise<void> {
    if ("who" in deed) await this.happenTo(this.devices[deed.who % this.devices.length], deed);
    else this.happenToServer(deed);
    await settle(this.devices);
  }

  private happenToServer(deed: ToServer): void {
    if (deed.do === "back-up") this.backup = this.relay.copy();
    else if (deed.do === "restore-server") this.relay.state = structuredClone(this.backup ?? this.relay.state);
    else if (deed.do === "wipe-server") this.relay.state = { logs: new Map(), invites: new Map(), slots: new Map() };
    else if (deed.do === "wait") this.clock.advance(deed.ms);
  }

  /** Ends all faults, lets everything converge and returns what each phone shows, freshly read from its storage. */
  async end(): Promise<string[]> {
    for (const device of this.devices) {
      device.online = true;
      device.faults = [];
      device.afterPush = () => {};
      device.powerLeft = null;
      if (!device.phone) await device.start();
    }
    await converge(this.devices, this.clock, 60);
    const shown: string[] = [];
    for (const device of this.devices) {
      device.crash();
      const phone = await device.start();
      const { doc } = await phone.book.open(this.caseId);
      const all = {
        notes: plain(notes(doc)),
        deleted: plain(noteEntries.deleted(doc)),
        questions: questions(doc).map((q) => [q.id, q.text, q.answeredAt, q.rank]),
      };
      shown.push(JSON.stringify(all));
      device.crash();
    }
    return shown;
  }

  private addDevice(database: string): SimulatedDevice {
    return this.add(new SimulatedDevice(database, this.relay, this.clock, () => 0.5));
  }

  private add(device: SimulatedDevice): SimulatedDevice {
    this.devices.push(device);
    return device;
  }

  private async happenTo(device: SimulatedDevice | undefined, deed: ToPhone): Promise<void> {
    if (!device) return;
    if (deed.do === "start") return void (device.phone ?? (await device.start()));
    if (deed.do === "leave-network") device.online = false;
    else if (deed.do === "join-network") device.online = true;
    else if (deed.do === "network-fails") device.faults = deed.faults;
    else if (deed.do === "crash") device.crash();
    else if (deed.do === "lose-power-after") device.powerLeft = device.phone ? deed.writes : null;
    else if (deed.do === "clone" || deed.do === "open-tab") await this.liveTwice(device, deed.do);
    else if (deed.do === "restore-after-push") this.restoreAfterPush(device);
    else if (deed.do === "exchange") device.phone?.engine.wake();
    else if (device.phone) await this.atTheDesk(device, deed).catch(ifPowerLasts(device));
  }

  private async atTheDesk(device: SimulatedDevice, deed: ToPhone): Promise<void> {
    const open = await device.phone?.book.open(this.caseId);
    if (!open) return;
    if (deed.do === "save") return this.save(device, open);
    if ("which" in deed) this.typeSomething(device, open, deed.do, deed.which);
  }

  private typeSomething(device: SimulatedDevice, { doc, writer }: OpenCase, what: string, which: number): void {
    const note = pick(notes(doc), which);
    const question = pick(questions(doc), which);
    if (what === "write") addNote(doc, writer, this.word(device));
    else if (what === "ask") addQuestion(doc, writer, this.word(device));
    else if (what === "edit" && note) editNote(doc, writer, note.id, `${this.word(device)} ${note.text}`);
    else if (what === "tick" && question) tickQuestion(doc, writer, question.id, question.answeredAt === null);
    else if (what === "delete" && note) deleteEntry(doc, "notes", note.id, writer);
    else if (what === "restore") {
      const deleted = pick(noteEntries.deleted(doc), which);
      if (deleted) restoreEntry(doc, "notes", deleted.id);
    }
  }

  private isCompanion(device: SimulatedDevice): boolean {
    return this.third === "companion" && device.database === `${this.name}-2`;
  }

  private word(device: SimulatedDevice): string {
    this.words += 1;
    const word = `<word-${this.words}>`;
    this.typed.set(word, device);
    return word;
  }

  private async save(device: SimulatedDevice, open: OpenCase): Promise<void> {
    const words = [...this.typed].filter(([, typist]) => typist === device).map(([word]) => word);
    await open.flush();
    if (!device.phone || open.saving().state !== "saved") return;
    for (const word of words) {
      this.typed.delete(word);
      this.saved.add(word);
    }
  }

  // A phone restored from a backup, or a copied profile: the same storage exists twice. Or a second tab: it is shared.
  private async liveTwice(device: SimulatedDevice, how: "clone" | "open-tab"): Promise<void> {
    if (this.devices.length > 4) return;
    // The one story that ends shut out: a companion's cloned phone needs another invitation.
    if (this.isCompanion(device) && how === "clone") return;
    const name = `${this.name}-${this.devices.length}`;
    if (how === "open-tab") return void (await this.add(device.anotherTab(name)).start());
    await copyDatabase(device.database, name);
    await this.addDevice(name).start();
  }

  // The worst moment: the push is acknowledged, and the phone dies before it sees that the server forgot it.
  private restoreAfterPush(device: SimulatedDevice): void {
    const older = this.relay.copy();
    device.afterPush = () => {
      device.afterPush = () => {};
      device.online = false;
      this.relay.state = older;
    };
  }
}

function ifPowerLasts(device: SimulatedDevice) {
  return (error: unknown) => {
    if (device.phone) throw error;
  };
}

// Words typed when the power failed may or may not have been stored; what was called saved must be there.
function plain(list: Note[]): unknown[] {
  return list.map((note) => [note.id, note.text, note.visit.value]);
}

function pick<T>(list: T[], which: number): T | undefined {
  return list[which % Math.max(1, list.length)];
}
