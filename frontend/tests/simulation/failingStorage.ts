// A storage that fails once, at the operation that a story names, as browsers do: a transaction that does not begin, a
// request that is refused, a transaction that is aborted under its requests, a database that does not open.

/** How the operation fails. "taken back": the browser aborts the whole transaction, and the request fails with it. */
export type Failure = "InvalidStateError" | "UnknownError" | "AbortError" | "taken back";
export const failures: Failure[] = ["InvalidStateError", "UnknownError", "AbortError", "taken back"];

const requests = ["get", "getAll", "put", "delete", "count", "openCursor", "openKeyCursor"];
const operations: [object, string[]][] = [
  [IDBFactory.prototype, ["open"]],
  [IDBDatabase.prototype, ["transaction"]],
  [IDBObjectStore.prototype, requests],
  [IDBIndex.prototype, requests.filter((name) => name in IDBIndex.prototype)],
];

/** Makes the `at`-th operation of all databases fail and no other. Returns how many there were while `story` ran. */
export async function withFailure(failure: Failure, at: number, story: () => Promise<void>): Promise<number> {
  let count = 0;
  const isNow = () => {
    count += 1;
    return count === at;
  };
  const undo = operations.flatMap(([prototype, names]) =>
    names.map((name) => replaced(prototype, name, failing(failure, isNow))),
  );
  try {
    await story();
  } finally {
    for (const putBack of undo) putBack();
  }
  return count;
}

type Operation = (this: object, ...args: unknown[]) => unknown;

function replaced(prototype: object, name: string, by: (real: Operation) => Operation): () => void {
  const real: unknown = Reflect.get(prototype, name);
  if (!isOperation(real)) throw new Error(`no operation ${name}`);
  Reflect.set(prototype, name, by(real));
  return () => Reflect.set(prototype, name, real);
}

function failing(failure: Failure, isNow: () => boolean) {
  return (real: Operation): Operation =>
    function operation(...args) {
      // What the browser does for itself while it opens the database.
      const isInside = args[1] === "versionchange" || transactionOf(this)?.mode === "versionchange";
      if (isInside || !isNow()) return Reflect.apply(real, this, args);
      const transaction = transactionOf(this);
      if (failure !== "taken back" || !transaction) {
        throw new DOMException("now", failure === "taken back" ? "AbortError" : failure);
      }
      const request = Reflect.apply(real, this, args);
      transaction.abort();
      return request;
    };
}

function transactionOf(holder: object): IDBTransaction | null {
  if (holder instanceof IDBIndex) return holder.objectStore.transaction;
  return holder instanceof IDBObjectStore ? holder.transaction : null;
}

function isOperation(value: unknown): value is Operation {
  return typeof value === "function";
}
