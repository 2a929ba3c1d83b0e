// A phone without space: what it writes itself is refused with the browser's own error; reading and pulling go on.
import { createDatabase, type Database } from "../../src/storage/database";

/** Storage that refuses this phone's own rows, or another store, for as long as `isFull` says so. */
export function storageThatMayBeFull(isFull: () => boolean, store = "rows"): typeof createDatabase {
  return (name, onReopened) => {
    const withDatabase = createDatabase(name, onReopened);
    return (work) => withDatabase((database) => work(isFull() ? withoutRoom(database, store) : database));
  };
}

// Rows that the phone wrote itself are the ones stored with strict durability. Drafts of them need space too.
function withoutRoom(database: Database, store: string): Database {
  return new Proxy(database, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name);
      if (typeof found !== "function") return found;
      return (...args: unknown[]) => {
        const [stores, , options] = args;
        const isOwn = String(stores).startsWith(store) && options !== undefined;
        const isDraft = String(stores) === "drafts" && options !== undefined;
        if (name === "transaction" && (isOwn || isDraft)) throw new DOMException("no room", "QuotaExceededError");
        return Reflect.apply(found, target, args);
      };
    },
  });
}
