import { transform } from "esbuild";
import fc from "fast-check";
import { expect, test } from "vitest";
import { asTypeScript } from "../../../../src/formats/code/as-typescript.ts";
import type { Connection } from "../../../../src/formats/code/connection.ts";
import { anyConnection } from "./any-connection.ts";

/** What a program told Keycloak's client, and asked of it. */
interface Told {
  readonly connection: unknown;
  readonly credentials: unknown;
  readonly calls: readonly unknown[];
}

/** Runs the program with a client that only notes what it is told. */
async function runWithFakeClient(connection: Connection): Promise<Told> {
  const { code } = await transform(asTypeScript(connection), { loader: "ts", format: "esm" });
  const told: { connection?: unknown; credentials?: unknown; calls: unknown[] } = { calls: [] };
  const note = (name: string) => async (parameters: unknown) => {
    told.calls.push({ name, parameters });
  };
  class FakeClient {
    readonly users = { find: note("users.find") };
    readonly realms = { findEvents: note("realms.findEvents") };
    constructor(options: unknown) {
      told.connection = options;
    }
    readonly auth = async (credentials: unknown) => {
      told.credentials = credentials;
    };
    readonly getAccessToken = async () => "token";
  }
  const fakeFetch = async (address: string, options: unknown) => {
    told.calls.push({ address, options });
    return { ok: true, json: async () => [] };
  };
  const program = code.replace(/^import KeycloakAdminClient from "[^"]+";/, "");
  const run = new AsyncFunction("KeycloakAdminClient", "fetch", "console", program);
  await run(FakeClient, fakeFetch, { log: () => undefined });
  return { connection: told.connection, credentials: told.credentials, calls: told.calls };
}

const AsyncFunction = (async () => undefined).constructor as new (
  ...parameters: readonly string[]
) => (...values: readonly unknown[]) => Promise<void>;

test("the program prints its names unchanged, whatever they contain", async () => {
  await fc.assert(
    fc.asyncProperty(anyConnection, async (connection) => {
      const { adminBaseUrl, realm, administeredRealm, clientId, secret, path, address } =
        connection;
      const told = await runWithFakeClient(connection);
      const ofRealm = administeredRealm === realm ? {} : { realm: administeredRealm };
      const calls = new Map<string, unknown>([
        ["/users", { name: "users.find", parameters: { max: 1, ...ofRealm } }],
        [
          "/events",
          { name: "realms.findEvents", parameters: { realm: administeredRealm, max: 1 } },
        ],
        [
          "/realms/{realm}/orgs",
          { address, options: { headers: { authorization: "Bearer token" } } },
        ],
      ]);
      expect(told).toEqual({
        connection: { baseUrl: adminBaseUrl, realmName: realm },
        credentials: { grantType: "client_credentials", clientId, clientSecret: secret },
        calls: [calls.get(path)],
      });
    }),
  );
});

test("without a secret to put in, the environment has it", () => {
  const [connection] = fc.sample(anyConnection, 1);
  if (connection === undefined) throw new Error("There is a sample.");
  expect(asTypeScript({ ...connection, secret: undefined })).toContain(
    'clientSecret: process.env["CLIENT_SECRET"] ?? "",',
  );
});
