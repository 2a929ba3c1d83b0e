// Stands in for the engine until its code is loaded: no first screen waits for sync. Loading begins with `start`, and
// earlier calls are carried out once it is here. Code that fails to load is requested again; nothing typed depends on
// it.
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
