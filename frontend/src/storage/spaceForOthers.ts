// How much of the browser's space others may fill. The rest is a reserve for this person's own words, the only ones
// that exist nowhere else yet. A browser that does not say how much space there is sets no limit.

const SHARE_OF_OTHERS = 0.8;

export async function hasSpaceForOthers(): Promise<boolean> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined || usage < quota * SHARE_OF_OTHERS;
  } catch {
    return true;
  }
}
