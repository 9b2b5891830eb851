import { expect, test } from "vitest";
import { tokenLifespanOf } from "../../../../src/access/check/token-lifespan.ts";
import { makeRealmSettings } from "../make-realm-settings.ts";

const realm = makeRealmSettings({ lifespan: 60, sessionLifespan: 36_000 });

test.each([
  [900, { seconds: 900, setFor: "client" }],
  [0, { seconds: 0, setFor: "client" }],
  [undefined, { seconds: 60, setFor: "realm" }],
  // As Keycloak has it: a token that has no end of its own ends with its session.
  [-1, { seconds: 36_000, setFor: "client" }],
])(
  "a client with a lifespan of %s, its realm with one of 60 seconds, has tokens that live %j",
  (lifespan, found) => {
    expect(tokenLifespanOf({ lifespan }, realm)).toEqual(found);
  },
);

test("if the realm can't be seen, only the client's own lifespan is known", () => {
  expect(tokenLifespanOf({ lifespan: 900 }, undefined)?.seconds).toBe(900);
  expect(tokenLifespanOf({ lifespan: -1 }, undefined)).toBe(undefined);
  expect(tokenLifespanOf({ lifespan: undefined }, undefined)).toBe(undefined);
});
