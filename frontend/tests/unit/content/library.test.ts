import { describe, expect, it, vi } from "vitest";
import { openLibrary } from "../../../src/content/library";
import { bundle } from "./fixture";

const answer =
  (body: unknown, status = 200) =>
  async () =>
    new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });

describe("the library", () => {
  it("is loading, then ready, and says so", async () => {
    const library = openLibrary("en", answer(bundle("1")));
    const told = vi.fn();
    library.subscribe(told);
    expect(library.state()).toBe("loading");
    await library.load();
    expect(library.state()).toBe("ready");
    expect(library.bundle()?.version).toBe("1");
    expect(told).toHaveBeenCalledTimes(1);
  });

  it("asks for the guidance of its language only", async () => {
    const asked = vi.fn(answer(bundle("1")));
    await openLibrary("en", asked).load();
    expect(asked.mock.calls).toEqual([["/api/v2/content/en"]]);
  });

  it("is absent when there is no network, and can be loaded later", async () => {
    const fetchIt = vi.fn<(url: string) => Promise<Response>>().mockRejectedValueOnce(new TypeError("no network"));
    fetchIt.mockImplementation(answer(bundle("1")));
    const library = openLibrary("en", fetchIt);
    await library.load();
    expect(library.state()).toBe("absent");
    await library.load();
    expect(library.state()).toBe("ready");
  });

  it("keeps what it has when a later load fails or gives something else", async () => {
    const answers = [
      answer(bundle("1")),
      answer({ code: "server_error" }, 500),
      answer({ version: "2" }),
      async () => new Response("<html>Free clinic wifi: log in</html>"),
    ];
    const library = openLibrary("en", () => (answers.shift() ?? answer(null))());
    for (let turn = 0; turn < 4; turn += 1) await library.load();
    expect(library.bundle()?.version).toBe("1");
  });

  it("takes a newer version, and keeps the same object for the same version", async () => {
    const versions = ["1", "1", "2"];
    const library = openLibrary("en", () => answer(bundle(versions.shift() ?? "2"))());
    await library.load();
    const first = library.bundle();
    await library.load();
    expect(library.bundle()).toBe(first);
    await library.load();
    expect(library.bundle()?.version).toBe("2");
  });
});
