import { expect, test } from "vitest";
import { isLeftover, isServiceAccountOn, userIdOf } from "../../../../src/access/model/account.ts";
import { makeSnapshot, withoutAccount } from "../make-snapshot.ts";

test("a public client can't use its service account, whatever its other switch says", () => {
  const isOn = (publicClient: boolean, serviceAccountsEnabled: boolean) =>
    isServiceAccountOn({ publicClient, serviceAccountsEnabled });
  expect([isOn(false, true), isOn(true, true), isOn(false, false)]).toEqual([true, false, false]);
});

test("an account that exists while the client can't use it is left over", () => {
  const publicOne = makeSnapshot({ client: { publicClient: true } });
  expect(isLeftover(publicOne)).toBe(true);
  expect(isLeftover(makeSnapshot({ client: { serviceAccountsEnabled: false } }))).toBe(true);
  expect(isLeftover(makeSnapshot())).toBe(false);
  expect(isLeftover(withoutAccount(publicOne))).toBe(false);
});

test("only an account that was found has a user id", () => {
  expect(userIdOf({ kind: "found", userId: "1", enabled: true })).toBe("1");
  expect(userIdOf({ kind: "notUnderUsualName" })).toBeUndefined();
});
