import { expect, test, vi } from "vitest";
import { once } from "../../../src/console/once.ts";

test("what is loaded is loaded once, and again only where that failed", async () => {
  const load = vi.fn(async () => "loaded");
  load.mockRejectedValueOnce(new Error("no network"));
  const loadOnce = once(load);
  await expect(loadOnce()).rejects.toThrow("no network");
  expect(await Promise.all([loadOnce(), loadOnce()])).toEqual(["loaded", "loaded"]);
  expect(load).toHaveBeenCalledTimes(2);
});
