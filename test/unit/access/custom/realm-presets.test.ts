import fc from "fast-check";
import { expect, test } from "vitest";
import { clientIdOfContainer } from "../../../../src/access/custom/client-id-of-container.ts";
import type { CustomPreset, CustomRole } from "../../../../src/access/custom/custom-preset.ts";
import {
  realmPresetOf,
  realmPresetsOf,
  roleInDocument,
  rolesOfDocument,
} from "../../../../src/access/custom/realm-presets.ts";
import {
  containerOfClient,
  containerOfRole,
  isOfAnotherRealm,
} from "../../../../src/access/custom/role-container.ts";
import { roleKey, toRoleReference } from "../../../../src/access/model/snapshot.ts";
import { escapeInvisible } from "../../../../src/formats/escape-invisible.ts";

const place = { adminClientId: "realm-management", isInMaster: false };
const master = { adminClientId: "master-realm", isInMaster: true };

test.each([
  [{ client: "realm-management", role: "view-users" }, place, "admin"],
  [{ client: "realm-management", role: "view-users" }, master, "admin"],
  [{ client: "master-realm", role: "view-users" }, master, "admin"],
  [{ client: "master-realm", role: "view-users" }, place, "client/master-realm"],
  [{ client: "demo-realm", role: "view-users" }, master, "client/demo-realm"],
  [{ client: "https://a/b c", role: "x" }, place, "client/https%3A%2F%2Fa%2Fb%20c"],
  [{ role: "admin" }, place, "otherRealm"],
  [{ role: "admin" }, master, "realm"],
  [{ role: "offline_access" }, master, "otherRealm"],
] as const)("the container of %j", (role, where, container) => {
  expect(containerOfRole(role, where)).toBe(container);
});

test("only in master, clients whose names end as those of realms may have admin roles of another realm", () => {
  const other = containerOfClient("demo-realm");
  expect(isOfAnotherRealm(other, master)).toBe(true);
  expect(isOfAnotherRealm(other, place)).toBe(false);
  expect(isOfAnotherRealm(containerOfClient("billing"), master)).toBe(false);
  expect(isOfAnotherRealm("admin", master)).toBe(false);
});

test("a client ID with any characters is read back from its container", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (clientId) => {
      const container = containerOfClient(clientId);
      expect(clientIdOfContainer(container)).toBe(clientId);
      const role = { container, name: "a:b" };
      expect(toRoleReference(roleKey(role))).toEqual(role);
    }),
  );
  expect(clientIdOfContainer("admin")).toBe(undefined);
  expect(clientIdOfContainer("otherRealm")).toBe(undefined);
});

test("half a character, which no client has in its ID, makes no container that can't be read", () => {
  expect(clientIdOfContainer(containerOfClient("a\ud800"))).toBe("a\ufffd");
});

test("a role of a document is named in documents as it was", () => {
  const roles: readonly CustomRole[] = [
    { client: "realm-management", role: "view-users" },
    { client: "billing", role: "write" },
    { role: "offline_access" },
  ];
  for (const where of [place, master]) {
    expect(rolesOfDocument(roles, where).map(roleInDocument)).toEqual(roles);
  }
});

test("what is doubted of a preset is told before what it is for", () => {
  const documents = ["a", "b"].map(
    (id): CustomPreset => ({
      ...{ id, name: id, purpose: `Does ${id}` },
      ...{ roles: [{ role: "b" }], revision: 1, formerly: [] },
    }),
  );
  const doubtsAbout = () => new Map([["a", "Don't trust it."]]);
  const shown = realmPresetsOf(documents, { ...place, visible: String, doubtsAbout });
  expect(shown.map(({ custom }) => custom.purpose)).toEqual(["Don't trust it. Does a", "Does b"]);
});

test("a document becomes a preset that shows hidden characters, and whose former roles say what changed them", () => {
  const document: CustomPreset = {
    ...{ id: "billing", name: "Bil\u202eling", purpose: "\u200bWhy" },
    roles: [{ role: "b" }],
    revision: 3,
    formerly: [{ revision: 2, roles: [{ role: "a" }] }],
  };
  expect(realmPresetOf(document, { ...place, visible: escapeInvisible })).toEqual({
    id: "custom:billing",
    group: "custom",
    roles: [{ container: "otherRealm", name: "b" }],
    formerly: [{ changedIn: "3", roles: [{ container: "otherRealm", name: "a" }] }],
    custom: { name: "Bil\\u202eling", purpose: "\\u200bWhy", revision: 3, gives: [] },
  });
});
