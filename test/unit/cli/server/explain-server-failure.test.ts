import { expect, test } from "vitest";
import { explainServerFailure } from "../../../../src/cli/server/explain-server-failure.ts";
import { AdminApiError } from "../../../../src/keycloak/api/admin-api-error.ts";
import { SessionError } from "../../../../src/session/session-error.ts";

const login = { server: "https://kc.example.org", loginRealm: "demo" };

const refusedConnection = new TypeError("fetch failed", {
  cause: Object.assign(new Error(), { code: "ECONNREFUSED" }),
});

test.each<[string, unknown, string]>([
  ["a redirect", new SessionError("redirected"), "redirects to another address"],
  [
    "an Admin API that can't be reached any more",
    new AdminApiError({ attempt: "readClient", failure: "unreachable", cause: refusedConnection }),
    "the connection was refused",
  ],
  [
    "an Admin API that can't be reached, nobody knows why",
    new AdminApiError({ attempt: "readClient", failure: "unreachable" }),
    "unreachable",
  ],
  [
    "a proxy's page in place of the Admin API",
    new AdminApiError({ attempt: "readClient", failure: "notKeycloak", status: 200 }),
    "a web page answered",
  ],
  [
    "a refused request, in the server's own words",
    new AdminApiError({
      ...{ attempt: "readClient", failure: "forbidden", status: 403 },
      serverMessage: "No way",
    }),
    "(403): forbidden. The server says: No way.",
  ],
  ["a realm that there is not", new SessionError("requestRefused", "Realm does not exist"), "demo"],
  ["a wrong path", new SessionError("requestRefused", "HTTP 404 Not Found"), "/auth"],
  ["a disabled realm", new SessionError("requestRefused", "Realm not enabled"), "says: Realm not"],
  ["a wrong secret", new SessionError("refused", "Invalid client secret"), "CLIENT_SECRET"],
  [
    "no connection to sign in",
    new SessionError("unreachable", refusedConnection),
    "couldn't be reached: the connection was refused",
  ],
  ["another answer", new SessionError("untrusted"), "didn't answer like Keycloak"],
])("%s is explained", (_, thrown, words) => {
  expect(explainServerFailure(thrown, login)).toContain(words);
});

test("an error that isn't the server's is not explained", () => {
  expect(explainServerFailure(new RangeError("wrong"), login)).toBe(undefined);
});
