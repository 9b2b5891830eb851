import fc from "fast-check";
import { expect, test } from "vitest";
import { createCallIndex } from "../../../../src/access/question/call-index.ts";
import { findCalls } from "../../../../src/access/question/find-calls.ts";
import type { TypedCall } from "../../../../src/access/question/parse-calls.ts";
import { searchCalls } from "../../../../src/access/question/search-calls.ts";
import type { CallTemplate } from "../../../../src/catalog/calls/call-template.ts";
import { anyText } from "../any-text.ts";
import { sampleMatrix, sampleNameOf } from "../sample-matrix.ts";

const matrix = sampleMatrix();
const index = createCallIndex(matrix, sampleNameOf);

const textOf = ({ method, path }: CallTemplate) => `${method} ${path}`;

const typed = (text: string): TypedCall => {
  const [method = "", path = ""] = text.split(" ");
  return method === "*" ? { path } : { method, path };
};

function found(text: string): readonly string[] {
  const result = findCalls(typed(text), index);
  return result.kind === "found" ? result.calls.map(textOf) : [];
}

function nearest(text: string): readonly string[] {
  const result = findCalls(typed(text), index);
  return result.kind === "none" ? result.nearest.map(textOf) : [];
}

const searched = (...words: readonly string[]) => searchCalls(words, index).map(textOf);

test.each([
  ["GET /users", "GET /users"],
  ["GET /users/count", "GET /users/count"],
  ["GET /users/42", "GET /users/{user-id}"],
  ["GET /users/{id}", "GET /users/{user-id}"],
  ["HEAD /users/count", "GET /users/count"],
  ["GET /group-by-path/a", "GET /group-by-path/{path}"],
  ["GET /group-by-path/a/b/c", "GET /group-by-path/{path}"],
  ["GET /admin/realms/{realm}", "GET /admin/realms/{realm}"],
])("%s is the call %s", (text, call) => {
  expect(found(text)).toEqual([call]);
});

test("a path without a method is every call of that path, and of no other", () => {
  expect(found("* /users")).toEqual(["GET /users", "POST /users"]);
  expect(found("* /users/count")).toEqual(["GET /users/count"]);
  expect(found("* /users/42")).toHaveLength(3);
});

test.each([
  "DELETE /users/count",
  "POST /users/42",
  "GET /group-by-path",
  "GET /USERS",
  "GET /users/42/reset-passwor",
  "PATCH /users",
])("there is no call %s", (text) => {
  expect(found(text)).toEqual([]);
});

test("for an unknown call, at most five matches are listed, closest first", () => {
  expect(nearest("PUT /users/42/reset-pasword")[0]).toBe("PUT /users/{user-id}/reset-password");
  expect(nearest("GET /user")[0]).toBe("GET /users");
  expect(nearest("GET /USERS")[0]).toBe("GET /users");
  expect(nearest("* /us")[0]).toBe("GET /users");
  expect(nearest("POST /users/count").slice(0, 1)).toEqual(["GET /users/count"]);
  expect(nearest("PATCH /users/42")).toHaveLength(5);
});

test("nothing is near an address of something else", () => {
  expect(nearest("GET /rest/v1/things")).toEqual([]);
  expect(nearest("GET /..")).toEqual([]);
  expect(nearest(`GET ${"/users".repeat(1600)}`)).toEqual([]);
});

test("words find the calls whose name or path contains them all, best matches first", () => {
  expect(searched("reset", "password")).toEqual([
    "PUT /users/{user-id}/reset-password",
    "PUT /users/{user-id}/reset-password-email",
  ]);
  expect(searched("create", "user")[0]).toBe("POST /users");
  expect(searched("smtp")).toEqual(["POST /testSMTPConnection"]);
  expect(searched("password", "groups")).toEqual([]);
});

test("beginnings of words, plurals, accents and empty words do not matter", () => {
  expect(searched("rese", "passw")).toEqual(searched("reset", "password"));
  expect(searched("resets", "passwords")).toEqual(searched("reset", "password"));
  expect(searched("how", "do", "I", "reset", "a", "user's", "password")).toHaveLength(2);
  expect(searched("RÉSET")).toEqual(searched("reset"));
  for (const word of ["policy", "policies", "policie", "polic"]) {
    expect(searched(word)).toEqual(["GET /client-policies/policies"]);
  }
});

test("a method is found by what people say for it, behind what is called so", () => {
  expect(searched("view", "users")).toContain("GET /users");
  expect(searched("remove", "user")).toEqual(["DELETE /users/{user-id}"]);
  expect(searched("list")[0]).toMatch(/^GET/);
});

test("words without a letter or digit find nothing, and no word finds nothing", () => {
  expect(searched()).toEqual([]);
  expect(searched("..", "%", "", "\u202e", "__")).toEqual([]);
  expect(searched("__proto__", "constructor")).toEqual([]);
});

test("a version without names is searched by path", () => {
  const nameless = createCallIndex(matrix, () => undefined);
  expect(searchCalls(["secret"], nameless).map(textOf)).toEqual([
    "GET /clients/{client-uuid}/client-secret",
  ]);
});

const hostileSegment = fc.oneof(
  anyText({ minLength: 1 }),
  fc.constantFrom("..", "%", "__proto__", "{id}", "users", "count", "a".repeat(10_000)),
);

test("whatever is typed, the answer is a call of the version, and a literal goes before a value", () => {
  const segments = fc.array(
    hostileSegment.map((it) => it.replaceAll("/", "")),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(fc.constantFrom("*", "GET", "__proto__"), segments, (method, parts) => {
      const path = `/${parts.join("/")}`;
      const result = findCalls(method === "*" ? { path } : { method, path }, index);
      const calls = result.kind === "none" ? result.nearest : result.calls;
      for (const call of calls) expect(matrix.calls).toContain(call);
      if (result.kind === "none") expect(calls.length).toBeLessThanOrEqual(5);
    }),
  );
});

test("every call is found by its own template, and by values in place of its parameters", () => {
  const value = fc.stringMatching(/^[A-Z0-9]{1,20}$/);
  fc.assert(
    fc.property(fc.constantFrom(...matrix.calls), value, ({ method, path }, given) => {
      expect(found(`${method} ${path}`)).toEqual([`${method} ${path}`]);
      const filled = path.replace(/\{[^}]*\}/g, given);
      expect(found(`${method} ${filled}`)).toEqual([`${method} ${path}`]);
    }),
  );
});

const someWord = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("user", "list", "group", "reset", "p", "s", "the"),
);

test("only calls of the version are found, and more words never find more", () => {
  fc.assert(
    fc.property(
      fc.array(someWord, { minLength: 1 }),
      fc.constantFrom("user", "get"),
      (words, more) => {
        const few = searchCalls([...words, more], index);
        for (const call of few) expect(matrix.calls).toContain(call);
        for (const call of few) expect(searchCalls([more], index)).toContain(call);
      },
    ),
  );
});
