import { expect, test } from "vitest";
import { createCallIndex } from "../../../../src/access/question/call-index.ts";
import { callsForWords, mainCallOf } from "../../../../src/access/question/calls-for-words.ts";
import { callsOfOperation } from "../../../../src/access/question/calls-of-operation.ts";
import { callsWithPart } from "../../../../src/access/question/calls-with-part.ts";
import { parseCalls } from "../../../../src/access/question/parse-calls.ts";
import { searchSentence } from "../../../../src/access/question/search-sentence.ts";
import type { CallTemplate } from "../../../../src/catalog/calls/call-template.ts";
import { sampleMatrix, sampleNameOf } from "../sample-matrix.ts";

const index = createCallIndex(sampleMatrix(), sampleNameOf);
const textOf = ({ method, path }: CallTemplate) => `${method} ${path}`;

function found(text: string) {
  const parsed = parseCalls(text);
  const words = parsed.kind === "words" ? parsed.words : [];
  const { isNamed, calls } = callsForWords(text, words, index);
  return { isNamed, calls: calls.map(textOf) };
}

test.each([
  ["adminRealmsRealmUsersGet", "GET /users"],
  ["postAdminRealmsRealmUsers", "POST /users"],
  ["put_admin_realms_realm_users_user_id", "PUT /users/{user-id}"],
  ["realmUsersIdDelete", "DELETE /users/{user-id}"],
  ["GetAdminRealmsRealmUsersUserIdWithResponse", "GET /users/{user-id}"],
  ["adminRealmsRealmUsersUserIdResetPasswordPut", "PUT /users/{user-id}/reset-password"],
  ["_get_adminrealmsrealmusers", "GET /users"],
])("the operation %s is the call %s", (name, call) => {
  expect(callsOfOperation(name, index).map(textOf)).toEqual([call]);
  expect(found(`api.${name}(realm)`)).toEqual({ isNamed: true, calls: [call] });
});

test.each(["realm", "realms", "users", "adminRealmsRealmNothingGet", "x".repeat(5000)])(
  "%s is no operation",
  (name) => {
    expect(callsOfOperation(name, index)).toEqual([]);
  },
);

test("a sentence is searched by its meaningful words, and the answer says so", () => {
  const sentence = "I get 403 Forbidden when resetting the password of a user";
  expect(found(sentence).isNamed).toBe(false);
  expect(found(sentence).calls[0]).toBe("PUT /users/{user-id}/reset-password");
  expect(searchSentence("reset password", index)).toEqual([]);
  expect(searchSentence("the quick brown fox jumps", index)).toEqual([]);
});

test("functions of code are searched for where their names are all there is", () => {
  expect(found("kc.reset_password(ctx, token)").calls[0]).toBe(
    "PUT /users/{user-id}/reset-password",
  );
});

test("of a path's calls, the one that reads comes first", () => {
  const calls = callsOfOperation("adminRealmsRealmUsers", index);
  expect(calls.map(textOf)).toEqual(["GET /users", "POST /users"]);
  expect(mainCallOf([...calls].reverse())).toMatchObject({ method: "GET" });
  expect(mainCallOf([])).toBeUndefined();
});

const partOf = (path: string, method?: string) =>
  callsWithPart(method === undefined ? { path } : { method, path }, index).map(textOf);

test("a part of a path finds the calls that have it, those that read first", () => {
  expect(partOf("/reset-password", "PUT")[0]).toBe("PUT /users/{user-id}/reset-password");
  // Nothing that reads has it.
  expect(partOf("/reset-password")[0]).toBe("PUT /users/{user-id}/reset-password");
  expect(partOf("/client-secret")).toEqual(["GET /clients/{client-uuid}/client-secret"]);
  expect(partOf("/client-secret", "DELETE")).toEqual([]);
});

test("a path with more in front of it finds the call that it ends with", () => {
  expect(partOf("/proxy/api/users/count")).toEqual(["GET /users/count"]);
  expect(partOf("/{x}/users/1")).toEqual(["GET /users/{user-id}"]);
  expect(partOf("/x/users")).toEqual([]);
});
