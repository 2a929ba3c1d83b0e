// One phone. Everything outside it (network, clock, other tabs) is passed in, so that the app and the simulator build
// the same phone.

import type { Copies } from "./cases/copy/copies";
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
  /** Puts back what the storage lost during this run. To be called whenever the database was reopened. */
  recover: () => void;
  /** Everything to do with other phones, loaded when first needed. */
  sharing: () => Promise<Sharing>;
  /** Saving and opening copies of a case, loaded when asked for. */
  copies: () => Promise<Copies>;
  /** What is kept on this phone and is in no case, loaded when it is asked for. */
  setAside: () => Promise<SetAsideStore>;
};

/**
 * Builds the phone and opens its keyring. Sync starts with `engine.start()`. Rejects with Locked while an app lock is
 * closed.
 */
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
    copies: () => wiring.copies(),
    setAside: () => wiring.setAside(),
    recover: () => wiring.recover(),
  };
}
