import { expect, test } from "vitest";
import { stepsOf } from "../../../../src/access/plan/steps.ts";
import { nameStep } from "../../../../src/panel/plan/name-step.ts";
import { makeSnapshot } from "../../access/make-snapshot.ts";
import { inEnglish as textOf } from "../../texts/english.ts";

const name = (add: Parameters<typeof stepsOf>[0]["add"], snapshot = makeSnapshot()) =>
  stepsOf({ add, remove: [] }).map((step) => nameStep(textOf, step, snapshot));

test("roles are named with the client that they come from, and realm roles with the realm", () => {
  const admin = { container: "admin", name: "view-users", id: "1" } as const;
  const realm = { container: "realm", name: "create-realm", id: "2" } as const;
  expect(
    name([
      { place: "mapping", role: admin },
      { place: "mapping", role: realm },
    ]),
  ).toEqual([
    textOf("step.add.mapping", { container: "realm-management", names: "view-users" }),
    textOf("step.add.mapping", { container: textOf("step.realmRoles"), names: "create-realm" }),
  ]);
});

test("switching service accounts on says what else that means for a public client", () => {
  const account = [{ place: "account", wasPublic: false }] as const;
  expect(name(account)).toEqual([textOf("step.add.account", { clientId: "api-client" })]);
  expect(name(account, makeSnapshot({ client: { publicClient: true } }))).toEqual([
    textOf("step.add.accountOfPublicClient", { clientId: "api-client" }),
  ]);
});
