import fc from "fast-check";
import { expect, test } from "vitest";
import { asPythonKeycloak } from "../../../../src/formats/code/as-python-keycloak.ts";
import { anyConnection } from "./any-connection.ts";

test("every name becomes one equivalent literal on one line", () => {
  fc.assert(
    fc.property(anyConnection, (connection) => {
      const program = asPythonKeycloak(connection);
      const literals = [...program.matchAll(/"(?:[^"\\\n]|\\.)*"/g)].map(([it]) => JSON.parse(it));
      const { adminBaseUrl, realm, administeredRealm, clientId, secret } = connection;
      expect(literals).toEqual(
        expect.arrayContaining([`${adminBaseUrl}/`, realm, administeredRealm, clientId, secret]),
      );
    }),
  );
});
