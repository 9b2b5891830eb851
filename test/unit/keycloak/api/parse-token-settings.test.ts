import { expect, test } from "vitest";
import { attributesOf } from "../../../../src/keycloak/api/attributes-of.ts";
import { parseTokenSettings } from "../../../../src/keycloak/api/parse-token-settings.ts";

test.each([
  [{}, { lifespan: undefined, secretExpiresAt: undefined, signingAlgorithm: undefined }],
  [null, { lifespan: undefined, secretExpiresAt: undefined, signingAlgorithm: undefined }],
  [{ "access.token.lifespan": "0" }, { lifespan: 0 }],
  [{ "access.token.lifespan": "-1" }, { lifespan: -1 }],
  [{ "access.token.lifespan": "" }, { lifespan: undefined }],
  [{ "access.token.lifespan": "soon" }, { lifespan: undefined }],
  [{ "client.secret.expiration.time": "1700000000" }, { secretExpiresAt: 1_700_000_000 }],
  [{ "client.secret.expiration.time": "0" }, { secretExpiresAt: undefined }],
  [{ "token.endpoint.auth.signing.alg": "ES256" }, { signingAlgorithm: "ES256" }],
  [{ "token.endpoint.auth.signing.alg": "" }, { signingAlgorithm: undefined }],
])("a client with the attributes %j has the token settings %j", (attributes, settings) => {
  const fields = new Map([["attributes", attributes]]);
  expect(parseTokenSettings(fields, attributesOf(fields))).toMatchObject(settings);
});

test("a client's not-before time is that which it names, else none", () => {
  expect(parseTokenSettings(new Map([["notBefore", 1_700_000_000]]), new Map()).notBefore).toBe(
    1_700_000_000,
  );
  expect(parseTokenSettings(new Map(), new Map()).notBefore).toBe(0);
});
