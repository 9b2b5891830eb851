import { expect, test } from "vitest";
import { subjectOf } from "../../../../src/panel/client/subject-of.ts";
import { makeContext } from "../make-context.ts";

const meant = { clientUuid: "uuid", clientIdHint: "api" };

test.each([
  ["master for itself", "master", "master", "master", "master-realm", true],
  ["master for another realm", "master", "master", "some", "some-realm", false],
  ["another realm", "some", "some", "some", "realm-management", false],
  ["another realm, seen from master", "master", "some", "some", "realm-management", false],
])(
  "a client of %s has its admin roles from %4$s",
  (_, page, realm, administers, adminClientId, isMaster) => {
    const context = makeContext({ realm: page, isMaster: page === "master" });
    const { api, options } = subjectOf(context, { ...meant, realm, administers });
    expect(api.realm).toBe(realm);
    expect(options).toEqual({ ...meant, adminClientId, isMaster, asksClientScope: true });
  },
);

test("where the console's version is known, no client scope is asked for", () => {
  const context = makeContext({ consoleScript: "main-PxdaHJps.js" });
  const { options } = subjectOf(context, { ...meant, realm: "master", administers: "master" });
  expect(options.asksClientScope).toBe(false);
});
