// The guidance of a real server, when SECOND_LOOK_SERVER names one: the phone must accept what the server sends.
import { expect, it } from "vitest";
import { bundleIn } from "../../src/content/shape";

it.skipIf(process.env.SECOND_LOOK_SERVER === undefined)("the server's guidance is believed", async () => {
  const bundle = await bundleIn(await fetch(`${process.env.SECOND_LOOK_SERVER}/api/v2/content/en`));
  expect(bundle?.cards).toHaveLength(28);
});
