import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLogin } from "../../../src/session/create-login.ts";

const login = createLogin("https://kc.example.org", "demo");

let limits: AbortController[];

/** Nothing answers before its time is up. */
beforeEach(() => {
  limits = [];
  vi.spyOn(AbortSignal, "timeout").mockImplementation((milliseconds) => {
    expect(milliseconds).toBe(15_000);
    const limit = new AbortController();
    limits.push(limit);
    return limit.signal;
  });
  vi.stubGlobal("fetch", async (_: string, { signal }: RequestInit) => {
    queueMicrotask(() => limits.at(-1)?.abort(new DOMException("Too late.", "TimeoutError")));
    return new Promise((_resolve, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason));
    });
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("a token endpoint that doesn't answer in time is reported, with a time limit for each request", async () => {
  for (const secret of ["one", "two"]) {
    await expect(login.requestToken("api", secret)).rejects.toMatchObject({
      failure: "unreachable",
    });
  }
  expect(limits).toHaveLength(2);
});

test("a realm whose discovery doesn't answer in time is reported as unreachable", async () => {
  await expect(login.discover()).rejects.toMatchObject({ failure: "unreachable" });
});
