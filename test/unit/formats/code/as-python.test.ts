import fc from "fast-check";
import { expect, test } from "vitest";
import { asPython } from "../../../../src/formats/code/as-python.ts";
import { anyConnection } from "./any-connection.ts";

test("every name becomes one equivalent literal on one line", () => {
  fc.assert(
    fc.property(anyConnection, (connection) => {
      const program = asPython(connection);
      const literals = [...program.matchAll(/"(?:[^"\\\n]|\\.)*"/g)].map(([it]) => JSON.parse(it));
      const { tokenEndpoint, address, clientId, secret } = connection;
      expect(literals).toEqual(expect.arrayContaining([tokenEndpoint, address, clientId, secret]));
    }),
  );
});
