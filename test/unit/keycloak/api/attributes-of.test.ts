import { expect, test } from "vitest";
import { attributesOf } from "../../../../src/keycloak/api/attributes-of.ts";

test.each([
  [
    { "managed-by": "Terraform", __proto__x: "a" },
    { "managed-by": "Terraform", __proto__x: "a" },
  ],
  [{ removed: "", number: 1, nothing: null }, {}],
  [null, {}],
  [undefined, {}],
])("of %j, those with a text count", (attributes, expected) => {
  expect(Object.fromEntries(attributesOf(new Map([["attributes", attributes]])))).toEqual(expected);
});
