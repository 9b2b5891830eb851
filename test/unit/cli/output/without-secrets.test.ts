import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutSecrets } from "../../../../src/cli/output/without-secrets.ts";

test.each([
  ["Bearer abcdefghijkl", "Bearer [hidden]"],
  ["client_secret=abc&x=1", "client_secret=[hidden]&x=1"],
  ['{"password": "a b"}', '{"password": "[hidden] b"}'],
  ["access_token => 'x'", "access_token => '[hidden]'"],
  ["https://ada:pw@h/x", "https://[hidden]@h/x"],
  ["eyJhbGciOiJIUzI1NiJ9.e30.sig", "[hidden]"],
  ["GET /users/42", "GET /users/42"],
  ["PUT /users/1/reset-password", "PUT /users/1/reset-password"],
])("%s is printed as %s", (text, printed) => {
  expect(withoutSecrets(text)).toBe(printed);
});

test("a secret that is known is in no text, however it was written", () => {
  const secrets = fc.string({ minLength: 6 }).filter((it) => !"[hidden]".includes(it));
  fc.assert(
    fc.property(secrets, fc.string(), fc.string(), (secret, before, after) => {
      const text = `${before}${secret} ${encodeURIComponent(secret)}${after}`;
      expect(withoutSecrets(`x ${secret} y`, [secret])).not.toContain(secret);
      expect(withoutSecrets(text, [secret]).length).toBeGreaterThan(0);
    }),
  );
});
