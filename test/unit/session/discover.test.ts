import { afterEach, expect, test, vi } from "vitest";
import { discover } from "../../../src/session/discover.ts";

const issuer = "https://kc.example.org/realms/a%20b";
const frontEnd = "https://login.example.org/auth/realms/a%20b";

afterEach(() => vi.unstubAllGlobals());

const answer = (response: () => Response) => vi.stubGlobal("fetch", async () => response());

test.each([
  ["as the page knows it", issuer],
  ["by a front-end URL", frontEnd],
])("a realm that names itself %s is taken at its word", async (_, named) => {
  answer(() => Response.json({ issuer: named, token_endpoint: `${named}/token` }));
  expect(await discover(issuer)).toEqual({
    issuer: named,
    tokenEndpoint: `${named}/token`,
    mtlsTokenEndpoint: undefined,
  });
});

test("the token endpoint for clients that show a certificate can be another one", async () => {
  const mtls_endpoint_aliases = { token_endpoint: "https://mtls.example.org/token" };
  answer(() => Response.json({ issuer, token_endpoint: `${issuer}/token`, mtls_endpoint_aliases }));
  expect((await discover(issuer)).mtlsTokenEndpoint).toBe("https://mtls.example.org/token");
});

test.each([
  ["is of another realm", { issuer: "https://kc.example.org/realms/c", token_endpoint: issuer }],
  ["names no token endpoint", { issuer }],
  ["names an address that is none", { issuer, token_endpoint: "javascript:alert(1)" }],
  ["is no object", "text"],
])("a document that %s is not taken", async (_, body) => {
  answer(() => Response.json(body));
  await expect(discover(issuer)).rejects.toMatchObject({ failure: "untrusted" });
});

test("a page instead of a document is rejected", async () => {
  answer(() => new Response("<html>"));
  await expect(discover(issuer)).rejects.toMatchObject({ failure: "untrusted" });
});

test("a rejection by the realm is reported with the server's message", async () => {
  const body = { error: "invalid_request", error_description: "HTTPS required" };
  answer(() => Response.json(body, { status: 403 }));
  await expect(discover(issuer)).rejects.toMatchObject({
    ...{ failure: "requestRefused", cause: "HTTPS required" },
  });
  answer(() => Response.json({}, { status: 500 }));
  await expect(discover(issuer)).rejects.toMatchObject({
    ...{ failure: "requestRefused", cause: undefined },
  });
});

test("an address that sends elsewhere is not followed", async () => {
  answer(() => new Response(null, { status: 302, headers: { location: "https://x.example.org" } }));
  await expect(discover(issuer)).rejects.toMatchObject({ failure: "redirected" });
});

test("a realm that doesn't answer can't be reached", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("network error")));
  await expect(discover(issuer)).rejects.toMatchObject({ failure: "unreachable" });
});
