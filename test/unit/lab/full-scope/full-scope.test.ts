import { expect, test } from "vitest";
import { inOrder } from "../../../../lab/full-scope/in-order.ts";
import { chanceFrom, planClients, sources } from "../../../../lab/full-scope/make-realm.ts";
import { rolesInToken } from "../../../../lab/full-scope/read-effect.ts";

test("the same seed makes the same clients, and each way of getting roles is among them", () => {
  const planned = planClients(16, chanceFrom(1));
  expect(planClients(16, chanceFrom(1))).toEqual(planned);
  expect(planClients(16, chanceFrom(2))).not.toEqual(planned);
  expect(new Set(planned.flatMap((client) => client.sources))).toEqual(new Set(sources));
});

test("the roles of a token are those of the realm and of each client, with the audience", () => {
  const claims = {
    aud: "account",
    realm_access: { roles: ["b", "a"] },
    resource_access: { shop: { roles: ["orders"] } },
  };
  const payload = Buffer.from(JSON.stringify(claims)).toString("base64url");
  expect(rolesInToken(`x.${payload}.y`)).toEqual({
    roles: ["a", "b", "shop: orders"],
    audience: ["account"],
  });
});

test("the order of keys and lists doesn't count, and a difference does", () => {
  expect(inOrder({ a: [2, { c: 1, b: 2 }], d: null })).toBe(
    inOrder({ d: null, a: [{ b: 2, c: 1 }, 2] }),
  );
  expect(inOrder({ a: [1] })).not.toBe(inOrder({ a: [2] }));
});
