import { expect, test } from "vitest";
import { finePermissionsOf } from "../../../../src/access/model/fine-permissions.ts";

const whole = { isWhole: true, adminPermissionsEnabled: false, permissionsClientUuid: undefined };

test("if the realm says that they are on, they are on", () => {
  const on = { ...whole, adminPermissionsEnabled: true, permissionsClientUuid: "uuid" };
  expect(finePermissionsOf(on, false)).toEqual({ kind: "on", permissionsClientUuid: "uuid" });
});

test("if they were switched off again, they are off", () => {
  const off = { ...whole, permissionsClientUuid: "uuid" };
  expect(finePermissionsOf(off, false)).toEqual({ kind: "off" });
});

test("a fully visible realm of an older server has none", () => {
  const older = { ...whole, adminPermissionsEnabled: undefined };
  expect(finePermissionsOf(older, false)).toEqual({ kind: "off" });
  expect(finePermissionsOf(undefined, false)).toEqual({ kind: "off" });
});

test("if the realm's settings are hidden, it isn't known", () => {
  const stub = { ...whole, isWhole: false, adminPermissionsEnabled: undefined };
  expect(finePermissionsOf(stub, false)).toEqual({ kind: "notKnown", why: "hidden" });
});

test("permissions of the older kind may count, because the server doesn't say whether it applies them", () => {
  expect(finePermissionsOf(whole, true)).toEqual({ kind: "notKnown", why: "older" });
  expect(finePermissionsOf(undefined, true)).toEqual({ kind: "notKnown", why: "older" });
});
