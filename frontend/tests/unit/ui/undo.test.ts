import { beforeEach, describe, expect, it, vi } from "vitest";
import { closeUndo, forgetOldUndo, offered, offerUndo, takeBack } from "../../../src/ui/start/undo";

describe("the offer to undo", () => {
  beforeEach(closeUndo);

  it("takes the deed back once", () => {
    const undo = vi.fn();
    offerUndo("Note deleted.", undo);
    takeBack();
    takeBack();
    expect(undo).toHaveBeenCalledTimes(1);
  });

  it("stays through a navigation that comes too soon to have read it", () => {
    offerUndo("Note deleted.", vi.fn());
    const at = offered.value?.offeredAt ?? 0;
    forgetOldUndo(at + 9_000);
    expect(offered.value?.sentence).toBe("Note deleted.");
  });

  it("goes with the first navigation after ten seconds, without undoing", () => {
    const undo = vi.fn();
    offerUndo("Note deleted.", undo);
    forgetOldUndo((offered.value?.offeredAt ?? 0) + 10_001);
    expect(offered.value).toBeNull();
    expect(undo).not.toHaveBeenCalled();
  });
});
