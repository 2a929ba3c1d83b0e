// The code in the address's fragment, removed from the address and its history entry as soon as it is read. A code of
// the other kind is passed to its screen in memory, never in an address.
import { useEffect, useState } from "preact/hooks";

let handedOver = "";

/** Passes a code to the screen that is shown next. */
export function handOver(code: string): void {
  handedOver = code;
}

export function useCodeOfAddress(): [string, (code: string) => void] {
  const [code, setCode] = useState(takeCode);
  useEffect(() => {
    const onChange = () => {
      const fresh = takeFragment();
      if (fresh !== "") setCode(fresh);
    };
    addEventListener("hashchange", onChange);
    return () => removeEventListener("hashchange", onChange);
  }, []);
  return [code, setCode];
}

function takeCode(): string {
  const given = handedOver;
  handedOver = "";
  return takeFragment() || given;
}

function takeFragment(): string {
  const fragment = location.hash.slice(1);
  if (fragment !== "") history.replaceState(history.state, "", location.pathname);
  return fragment;
}
