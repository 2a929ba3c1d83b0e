// One phone. Everything it meets of the world outside (network, clock, other tabs) comes in, so the app and the simulator build
// the same phone.

import type { LiveBook } from "./cases/documents/liveBook";
import type { Repair } from "./cases/keys/repair";
import type { Sharing } from "./cases/sharing/sharing";
import type { LocalLog } from "./storage/localLog";
import type { SetAsideStore } from "./storage/setAside";
import type { Engine } from "./sync/engine";
import { type Platform, Wiring } from "./wiring";

export type Phone = {
  book: LiveBook;
  engine: Engine;
  repair: Repair;
  log: LocalLog;
  /** Puts back what the storage lost while this phone was on. To be called whenever the database was opened again. */
  recover: () => void;
  /** What has to do with other phones, loaded when it is first asked for. */
  sharing: () => Promise<Sharing>;
  /** What is kept on this phone and stands in no case, loaded when somebody asks. */
  setAside: () => Promise<SetAsideStore>;
};

/** Builds the phone and opens its keyring. Sync starts with `engine.start()`. */
export async function buildPhone(platform: Platform): Promise<Phone> {
  const wiring = new Wiring(platform);
  await wiring.open();
  const { book, engine, repair, log } = wiring;
  return {
    book,
    engine,
    repair,
    log,
    sharing: () => wiring.sharing(),
    setAside: () => wiring.setAside(),
    recover: () => wiring.recover(),
  };
}
