// How long an answer may take, its body included. Browsers before 2022 lack AbortSignal.timeout.

/** A signal that aborts with a TimeoutError after `ms`. */
export function timeLimit(ms: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new DOMException("no answer in time", "TimeoutError")), ms);
  return controller.signal;
}
