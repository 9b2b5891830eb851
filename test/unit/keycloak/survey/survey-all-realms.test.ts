import { afterEach, expect, test, vi } from "vitest";
import { createAdminApi } from "../../../../src/keycloak/api/admin-api.ts";
import {
  type AllRealms,
  surveyAllRealms,
} from "../../../../src/keycloak/survey/survey-all-realms.ts";
import { createInMemoryKeycloak } from "../../../in-memory-keycloak/create-in-memory-keycloak.ts";

afterEach(() => vi.unstubAllGlobals());

/** Surveys master and the realms a and b, of which a answers this. */
async function survey(fault: () => Response) {
  const keycloak = createInMemoryKeycloak();
  keycloak.master.makeAdministrator({ token: "root", realmRoles: ["admin"] });
  for (const name of ["a", "b"]) {
    keycloak.makeRealm(name);
    keycloak.master.makeClient({ clientId: `${name}-realm` });
  }
  const asked = new Set<string>();
  vi.stubGlobal("fetch", async (url: URL, init: RequestInit) => {
    const realm = /\/admin\/realms\/([^/]+)\//.exec(url.pathname)?.[1] ?? "";
    asked.add(realm);
    return realm === "a" ? fault() : keycloak.fetch(url, init);
  });
  const tokens = { accessToken: async () => "root", forgetToken: () => undefined };
  let read: AllRealms | undefined;
  const ended = surveyAllRealms(
    (realm) => createAdminApi("https://kc.example.org", realm, tokens),
    {
      masterRealm: "master",
      signal: new AbortController().signal,
      onProgress: (now) => {
        read = now;
      },
    },
  );
  return { thrown: await ended.catch((thrown: unknown) => thrown), read, asked };
}

test.each([
  ["forbids", () => Response.json({}, { status: 403 })],
  ["is gone", () => Response.json({}, { status: 404 })],
  ["hides its clients", () => Response.json([])],
])("a realm that %s is told as unread, and the others are read", async (_, fault) => {
  const { thrown, read } = await survey(fault);
  expect(thrown).toBeUndefined();
  expect(read?.unread).toEqual(["a"]);
  expect(new Set(read?.surveys.map(({ administers }) => administers))).toEqual(
    new Set(["master", "b"]),
  );
});

test.each([
  ["serverError", () => Response.json({}, { status: 500 })],
  ["tooManyRequests", () => Response.json({}, { status: 429 })],
  ["notSignedIn", () => Response.json({}, { status: 401 })],
  [
    "unreachable",
    () => {
      throw new TypeError("network error");
    },
  ],
])(
  "a server that fails (%s) ends the survey, and no realm is told as unread",
  async (failure, fault) => {
    const { thrown, read, asked } = await survey(fault);
    expect(thrown).toMatchObject({ failure });
    expect(read?.unread).toEqual([]);
    expect(asked).not.toContain("b");
  },
);
