// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { askAuthorizationEndpoint } from "../../../src/session/ask-authorization-endpoint.ts";

const ownOrigin = "https://console.example.org";
const request = new URL("https://login.example.org/realms/master/protocol/openid-connect/auth?a=1");

/** What stands in for a frame, since none can be loaded here: a test says what it comes to. */
let frame: HTMLElement & { src?: string };

beforeEach(() => {
  vi.useFakeTimers();
  frame = document.createElement("div");
  vi.spyOn(document, "createElement").mockReturnValue(frame);
});

afterEach(() => {
  expect(frame.isConnected).toBe(false);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** The frame has come to a page, which has the address that is read so. */
function arrive(readAddress: () => string | undefined): void {
  const location = Object.defineProperty({}, "href", { get: readAddress });
  Object.defineProperty(frame, "contentWindow", { value: { location } });
  frame.dispatchEvent(new Event("load"));
}

test("a login on another origin is asked in a hidden frame without scripts, which is gone afterwards", async () => {
  const asked = askAuthorizationEndpoint(request, ownOrigin);
  expect(document.createElement).toHaveBeenCalledWith("iframe");
  expect([frame.hidden, frame.isConnected]).toEqual([true, true]);
  expect(frame.getAttribute("sandbox")).toBe("allow-same-origin");
  expect(frame.src).toBe(request.href);
  arrive(() => `${ownOrigin}/admin/?code=1`);
  expect((await asked).href).toBe(`${ownOrigin}/admin/?code=1`);
});

test.each<readonly [string, () => string | undefined]>([
  [
    "another origin's page, which can't be looked at",
    () => {
      throw new DOMException("Blocked a frame.", "SecurityError");
    },
  ],
  ["a page of another origin", () => "https://login.example.org/realms/master"],
  ["no page", () => undefined],
])("a frame that comes to %s needs the person to sign in", async (_, readAddress) => {
  const asked = askAuthorizationEndpoint(request, ownOrigin);
  const expected = expect(asked).rejects.toMatchObject({ failure: "signInNeeded" });
  arrive(readAddress);
  await expected;
});

test("a login that does not answer in the frame is told as such after a while", async () => {
  const asked = askAuthorizationEndpoint(request, ownOrigin);
  const expected = expect(asked).rejects.toMatchObject({ failure: "unreachable" });
  await vi.advanceTimersByTimeAsync(60_000);
  await expected;
});

test("a login on the own origin is asked without a frame", async () => {
  const back = `${request.origin}/admin/?code=1`;
  vi.stubGlobal("fetch", async () => Object.defineProperty(new Response(), "url", { value: back }));
  expect((await askAuthorizationEndpoint(request, request.origin)).href).toBe(back);
  expect(document.createElement).not.toHaveBeenCalled();
});
