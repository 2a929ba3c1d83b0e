// Asks every few seconds whether the other phone has used the offer. Stops when it is used or has expired.
import { useEffect, useState } from "preact/hooks";
import type { Inviting, Offer, OfferStatus } from "../../../cases/sharing/invitations";

const SECONDS_BETWEEN = 3;

export function useOfferStatus(pairing: Inviting, offer: Offer): { status: OfferStatus; reachable: boolean } {
  const [seen, setSeen] = useState<{ status: OfferStatus; reachable: boolean }>({ status: "open", reachable: true });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    const ask = async () => {
      const answer = await pairing.status(offer);
      if (!wanted) return;
      if (isStatus(answer)) setSeen({ status: answer, reachable: true });
      else setSeen((before) => ({ ...before, reachable: false }));
      if (answer !== "claimed" && answer !== "expired") timer = setTimeout(ask, SECONDS_BETWEEN * 1000);
    };
    timer = setTimeout(ask, SECONDS_BETWEEN * 1000);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [pairing, offer]);
  return seen;
}

function isStatus(answer: string): answer is OfferStatus {
  return answer === "open" || answer === "claimed" || answer === "expired";
}
