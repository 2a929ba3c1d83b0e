// The engine while its code is still on its way: no first screen waits for sync. It is loaded when it is started, and what is
// asked of it until then is done once it is here. A code that did not come is asked for again; nothing typed depends on it.
import type { Clock, Engine } from "./engine";
import type { StatusSource } from "./status";

const AGAIN_MS = 10_000;

export type LazyEngineParts = {
  status: StatusSource;
  load: () => Promise<Engine>;
  after: Clock["after"];
  onError: (error: unknown) => void;
};

export function lazyEngine({ status, load, after, onError }: LazyEngineParts): Engine {
  let engine: Engine | null = null;
  let loading: Promise<void> | null = null;
  let isWanted = false;

  function bring(): Promise<void> {
    loading ??= load().then(arrived, missed);
    return loading;
  }

  function arrived(loaded: Engine): void {
    engine = loaded;
    if (isWanted) loaded.start();
  }

  function missed(error: unknown): void {
    loading = null;
    onError(error);
    after(AGAIN_MS, () => {
      if (isWanted && engine === null) void bring();
    });
  }

  return {
    status,
    start() {
      isWanted = true;
      if (engine) engine.start();
      else void bring();
    },
    stop() {
      isWanted = false;
      engine?.stop();
    },
    wake() {
      if (engine) engine.wake();
      else if (isWanted) void bring();
    },
    async settled() {
      if (isWanted) await bring();
      await engine?.settled();
    },
  };
}
