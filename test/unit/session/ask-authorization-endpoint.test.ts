// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { askAuthorizationEndpoint } from "../../../src/session/ask-authorization-endpoint.ts";

const redirectUri = "https://console.example.org/admin/master/console/";
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
  const asked = askAuthorizationEndpoint(request, redirectUri);
  expect(document.createElement).toHaveBeenCalledWith("iframe");
  expect([frame.hidden, frame.isConnected]).toEqual([true, true]);
  expect(frame.getAttribute("sandbox")).toBe("allow-same-origin");
  expect(frame.src).toBe(`${request.href}&response_mode=query`);
  arrive(() => `${redirectUri}?code=1`);
  expect((await asked).get("code")).toBe("1");
});

test.each<readonly [string, () => string | undefined]>([
  [
    "another origin's page, which can't be looked at",
    () => {
      throw new DOMException("Blocked a frame.", "SecurityError");
    },
  ],
  ["a page of another origin", () => "https://login.example.org/realms/master"],
  ["another page of the console's origin", () => "https://console.example.org/realms/master"],
  ["no page", () => undefined],
])("a frame that comes to %s needs the person to sign in", async (_, readAddress) => {
  const asked = askAuthorizationEndpoint(request, redirectUri);
  const expected = expect(asked).rejects.toMatchObject({ failure: "signInNeeded" });
  arrive(readAddress);
  await expected;
});

test("a login that doesn't answer in the frame is reported after a while", async () => {
  const asked = askAuthorizationEndpoint(request, redirectUri);
  const expected = expect(asked).rejects.toMatchObject({ failure: "unreachable" });
  await vi.advanceTimersByTimeAsync(60_000);
  await expected;
});

/** What `fetch` was called with. */
type Sent = readonly [address: string, settings: RequestInit];

/** Where a login on the console's own origin sends the browser back to. */
const back = `${request.origin}/admin/master/console/`;

/** Answers `form_post` and `query` so, and notes what was asked. */
function answerWith(form: () => Response, query: () => Response | Promise<Response>): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", async (address: URL, settings: RequestInit) => {
    sent.push([address.href, settings]);
    return address.searchParams.get("response_mode") === "form_post" ? form() : query();
  });
  return sent;
}

const at = (url: string) => Object.defineProperty(new Response("page"), "url", { value: url });

const form = () =>
  new Response(`<form method="POST" action="${back}"><input name="code" value="1"></form>`);

const neverAsked = () => Promise.reject(new Error("was asked"));

test("a login on the same origin answers in one request, without a redirect to another origin", async () => {
  const sent = answerWith(form, neverAsked);
  expect((await askAuthorizationEndpoint(request, back)).get("code")).toBe("1");
  expect(sent.map(([address]) => address)).toEqual([`${request.href}&response_mode=form_post`]);
  expect(sent[0]?.[1]).toMatchObject({
    ...{ mode: "same-origin", redirect: "manual", credentials: "include", cache: "no-store" },
  });
  expect(document.createElement).not.toHaveBeenCalledWith("iframe");
});

test.each([
  ["an error page", () => new Response("<p>Invalid parameter: response_mode</p>", { status: 400 })],
  ["nothing", () => new Response(null)],
  ["a form that leads elsewhere", () => new Response('<form action="https://x.example.org/">')],
])(
  "where %s comes in place of the form, the answer is asked for in the address",
  async (_, page) => {
    const sent = answerWith(page, () => at(`${back}?code=2`));
    expect((await askAuthorizationEndpoint(request, back)).get("code")).toBe("2");
    expect(sent.map(([address]) => address)).toEqual([
      `${request.href}&response_mode=form_post`,
      `${request.href}&response_mode=query`,
    ]);
    expect(sent[1]?.[1]).toMatchObject({ mode: "same-origin", redirect: "follow" });
  },
);

test.each([
  ["stays on a page of its own", () => at(`${request.href}&state=s`)],
  ["leads to another origin", () => Promise.reject(new TypeError("Failed to fetch"))],
])("a login that %s needs the person to sign in", async (_, query) => {
  answerWith(() => new Response(null), query);
  await expect(askAuthorizationEndpoint(request, back)).rejects.toMatchObject({
    failure: "signInNeeded",
  });
});

test("a login that redirects instead of showing the form is not followed, because it leads to another host", async () => {
  const redirect = () => Object.defineProperty(new Response(), "type", { value: "opaqueredirect" });
  const sent = answerWith(redirect, neverAsked);
  await expect(askAuthorizationEndpoint(request, back)).rejects.toMatchObject({
    failure: "signInNeeded",
  });
  expect(sent).toHaveLength(1);
});

test.each([
  ["that fails", () => new Response("", { status: 503 }), neverAsked],
  [
    "whose answer stops in its midst",
    () => new Response(new ReadableStream({ start: (it) => it.error(new TypeError("ended")) })),
    neverAsked,
  ],
  [
    "that is too slow",
    () => new Response(null),
    () => Promise.reject(new DOMException("Too late.", "TimeoutError")),
  ],
])("a login %s is told as one that does not answer", async (_, page, query) => {
  answerWith(page, query);
  await expect(askAuthorizationEndpoint(request, back)).rejects.toMatchObject({
    failure: "unreachable",
  });
});
