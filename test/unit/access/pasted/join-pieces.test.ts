import { expect, test } from "vitest";
import { joinPieces, withKnownStart } from "../../../../src/access/pasted/join-pieces.ts";

const unknown = () => undefined;
const join = (code: string) => joinPieces(code, unknown);

test.each([
  ['base + "/users/" + id', '"{base}/users/{id}"'],
  ["$base . '/users/' . $user->id . '/groups'", '"{base}/users/{user-id}/groups"'],
  ['base .. "/users/" .. id', '"{base}/users/{id}"'],
  ['base <> "/users/" <> id', '"{base}/users/{id}"'],
  ['base & "/users/" & id', '"{base}/users/{id}"'],
  ["base ~ '/users/' ~ id", '"{base}/users/{id}"'],
  ['"/users/" + encode(user["id"], "UTF-8") + "/groups"', '"/users/{encodeuseridUTF-8}/groups"'],
  ['root / "users" / id', '"{root}/users/{id}"'],
  ['path.join("admin", b, "c")', 'path.join("admin/{b}/c")'],
  ['[base, "users", id].join("/")', '["{base}/users/{id}"].join("/")'],
  ['t.path("users").path(id).get()', 't.path("users/{id}").get()'],
  ['fromUri(base).pathSegment("users", id)', 'fromUri("{base}/users/{id}")'],
  ['paste0(base, "/users/", id)', 'paste0("{base}/users/{id}")'],
  ['("/users"\n  "/count")', '("/users/count")'],
])("%s is one address", (code, joined) => {
  expect(join(code)).toBe(joined);
});

test.each([
  'get("/users", "/groups")',
  'uri("/users/{id}", id)',
  '"/users" "/groups"',
  "a + b",
  "a && '/users'",
])("%s joins nothing", (code) => {
  expect(join(code)).toBe(code.replaceAll("'", '"'));
});

test("an address begins with the one that its first value is known to have", () => {
  const addressOf = (name: string) => (name === "users" ? "/users" : undefined);
  expect(joinPieces('users + "/" + id', addressOf)).toBe('"/users/{id}"');
  expect(joinPieces('f"{users}/{id}"', addressOf)).toBe('"/users/{id}"');
  expect(withKnownStart("$USERS/1", addressOf)).toBe("/users/1");
  expect(withKnownStart("$OTHER/1", addressOf)).toBe("$OTHER/1");
  expect(withKnownStart("$\x7busers}x/1", addressOf)).toBe("$\x7busers}x/1");
});

test("brackets that are never closed, and texts without an end, are read in little time", () => {
  const start = performance.now();
  for (const part of ['f("', "${", "(", '"a" + ', "x.y(", "`", "['"]) {
    expect(typeof join(part.repeat(4000))).toBe("string");
  }
  expect(performance.now() - start).toBeLessThan(5000);
});
