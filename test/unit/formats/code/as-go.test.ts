import fc from "fast-check";
import { expect, test } from "vitest";
import { asGo } from "../../../../src/formats/code/as-go.ts";
import { anyConnection } from "./any-connection.ts";

test("every name becomes one equivalent literal on one line", () => {
  fc.assert(
    fc.property(anyConnection, (connection) => {
      const program = asGo(connection);
      const literals = [...program.matchAll(/"(?:[^"\\\n]|\\.)*"/g)].map(([it]) =>
        JSON.parse(it.replaceAll("%+v\\n", "")),
      );
      const { adminBaseUrl, tokenEndpoint, clientId, secret } = connection;
      expect(literals).toEqual(
        expect.arrayContaining([adminBaseUrl, tokenEndpoint, clientId, secret]),
      );
    }),
  );
});

test("only what is used is imported: the compiler refuses the rest", () => {
  fc.assert(
    fc.property(anyConnection, ({ secret, ...connection }) => {
      expect(asGo({ ...connection, secret })).not.toContain('"os"');
      expect(asGo(connection)).toContain('"os"');
    }),
  );
});
