import fc from "fast-check";
import { expect, test } from "vitest";
import { asJava } from "../../../../src/formats/code/as-java.ts";
import { anyConnection } from "./any-connection.ts";

/** Reads the literals of Java in a text, its Unicode escapes first. */
function literalsOf(program: string): readonly string[] {
  const read = program.replace(/(?<!\\)((?:\\\\)*)\\u([0-9a-f]{4})/g, (_, before, code) => {
    return before + String.fromCharCode(Number.parseInt(code, 16));
  });
  return [...read.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([literal]) => JSON.parse(literal));
}

test("every name becomes one equivalent ASCII literal", () => {
  fc.assert(
    fc.property(anyConnection, (connection) => {
      const program = asJava(connection);
      expect(program).toMatch(/^[ -~\n]*$/);
      const { adminBaseUrl, realm, clientId, secret } = connection;
      expect(literalsOf(program)).toEqual(
        expect.arrayContaining([
          adminBaseUrl,
          realm,
          encodeURIComponent(clientId),
          encodeURIComponent(secret ?? ""),
        ]),
      );
    }),
  );
});
