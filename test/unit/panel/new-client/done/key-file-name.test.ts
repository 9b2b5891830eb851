import fc from "fast-check";
import { expect, test } from "vitest";
import { keyFileName } from "../../../../../src/panel/new-client/done/key-file-name.ts";
import { anyText } from "../../../access/any-text.ts";

test.each([
  ["billing-sync", "billing-sync-private-key.pem"],
  ['signing "one"', "signing-one-private-key.pem"],
  ["../../etc/passwd", "etc-passwd-private-key.pem"],
  ["https://api.example.org/?a=b#c", "https-api-example-org-a-b-c-private-key.pem"],
  [".", "client-private-key.pem"],
  ["クライアント", "client-private-key.pem"],
  ["CON", "client-CON-private-key.pem"],
  ["lpt1", "client-lpt1-private-key.pem"],
])("the key of %j is saved as %s", (clientId, name) => {
  expect(keyFileName(clientId)).toBe(name);
});

test("whatever a client is called, the name is one that every file system takes", () => {
  fc.assert(
    fc.property(anyText({ maxLength: 300 }), (clientId) => {
      expect(keyFileName(clientId)).toMatch(/^[a-zA-Z0-9_][a-zA-Z0-9_-]{0,110}\.pem$/);
    }),
  );
});
