import { expect, test } from "vitest";
import { readProse } from "../../../../src/access/pasted/read-prose.ts";

/** The addresses with their methods, and "*" where none is named. */
const read = (text: string) =>
  readProse(text).map(({ method = "*", address }) => `${method} ${address}`);

test.each([
  ["(see /users)", ["* /users"]],
  ["see /users, /groups; /roles.", ["* /users", "* /groups", "* /roles"]],
  ["is it /users? no: /groups!", ["* /users?", "* /groups"]],
  ["<https://h/users>", ["* https://h/users"]],
  ["</users>", ["* /users"]],
  ["at /users/<id>.", ["* /users/<id>"]],
  ["at /users/...", ["* /users/..."]],
  ["url=/users", ["* /users"]],
  ["--path=/users x", ["* /users"]],
  ["/users|/groups", ["* /users", "* /groups"]],
  ["[/users] '/groups' `/roles`", ["* /users", "* /groups", "* /roles"]],
])("takes the marks of a text off the addresses in %s", (text, addresses) => {
  expect(read(text)).toEqual(addresses);
});

test.each([
  "http://h",
  "HTTPS://h/users",
  "/users",
  "$KC/users",
  "$\x7bKC}/users",
  "{{base}}/users",
  "<base>/users",
  ":base/users",
  "kc/admin/realms",
  "realms/acme",
])("%s is an address wherever it stands", (address) => {
  expect(read(`see ${address} there`)).toEqual([`* ${address}`]);
});

test.each([
  "users",
  "and/or",
  "//",
  "/",
  "http://",
  "$KC",
  "$KC/",
  ":1/x",
  "{x}",
  "realms/",
  "xrealms/a",
])("%s is no address in a sentence", (word) => {
  expect(read(`see ${word} there`)).toEqual([]);
});

test("a path on its own is an address even without a leading slash", () => {
  expect(read(" users/count\n")).toEqual(["* users/count"]);
  expect(read("users/$ID/groups")).toEqual(["* users/$ID/groups"]);
  expect(read("users")).toEqual([]);
  expect(read("see users/count")).toEqual([]);
});

test("values that code puts into an address are made plain", () => {
  expect(read(`at "/users/\${user['id']}/x" and /groups/{my id}`)).toEqual([
    "* /users/{userid}/x",
    "* /groups/{myid}",
  ]);
});

test("a method belongs to the next address of its line", () => {
  expect(read("use POST /users or /groups")).toEqual(["POST /users", "* /groups"]);
  expect(read("POST\n/users")).toEqual(["* /users"]);
  expect(read("post /users")).toEqual(["POST /users"]);
  expect(read("we get all from /users")).toEqual(["* /users"]);
  expect(read("GET and then POST /users")).toEqual(["POST /users"]);
});

test("several methods in front of an address are all meant, each once", () => {
  const both = ["GET /users", "PUT /users"];
  for (const methods of [
    "GET PUT",
    "GET, PUT",
    "GET/PUT",
    "GET|PUT",
    "GET/PUT/GET",
    "GET PUT GET",
  ]) {
    expect(read(`${methods} /users`)).toEqual(both);
  }
  expect(read("get PUT /users")).toEqual(["PUT /users"]);
});

test.each([
  ["fetch('/users', { method: 'DELETE' })", ["DELETE /users"]],
  ["method: 'post',\nurl: '/users',\nelse: '/groups'", ["POST /users", "* /groups"]],
  ["GET /users method: POST /groups", ["GET /users", "POST /groups"]],
  ["-Method Put -Uri /users", ["PUT /users"]],
  ["--method=PATCH /users", ["PATCH /users"]],
  ["my method is: get it from /users", ["* /users"]],
])("reads the method that code names in %s", (text, calls) => {
  expect(read(text)).toEqual(calls);
});

test.each(["get", "post", "put", "patch", "delete", "Delete"])(
  "reads a call of a function named %s",
  (name) => {
    expect(read(`await client.${name}("/users/1")`)).toEqual([`${name.toUpperCase()} /users/1`]);
  },
);

test("a name that only looks like such a function gives no method", () => {
  for (const code of ["client.getAll", "client.target"]) {
    expect(read(`${code}("/users")`)).toEqual(["* /users"]);
  }
});

test("of a line of a log only the request counts", () => {
  expect(read('h "PUT /users/1 HTTP/1.1" 403 "https://h/x" "Mozilla/5.0"')).toEqual([
    "PUT /users/1",
  ]);
  expect(read("PUT /users/1 HTTP/2 and GET /groups HTTP/1.0")).toEqual([
    "PUT /users/1",
    "GET /groups",
  ]);
  expect(read("PUT /users/1 HTTP/x /groups")).toEqual(["PUT /users/1", "* /groups"]);
});

test("a word after a method in capitals is an address if it can't be anything else", () => {
  expect(read("GET users")).toEqual(["GET users"]);
  expect(read("GET users/count now")).toEqual(["GET users/count"]);
  expect(read("GET users POST groups")).toEqual(["GET users", "POST groups"]);
  expect(read("GET users -v")).toEqual(["GET users"]);
  for (const text of ["GET users now", "get users", "GET 1users", "GET the users", "users"]) {
    expect(read(text)).toEqual([]);
  }
});

test("a base address for other paths isn't a call", () => {
  expect(read("axios.create({ baseURL: '/admin/realms/x' });\napi.get('/roles')")).toEqual([
    "GET /roles",
  ]);
  expect(read("f'{base}/admin/realms/{realm}{path}'\nkc('POST', '/roles')")).toEqual([
    "POST /roles",
  ]);
  expect(read('base = "/admin/realms/x"\nget(base + "/roles")')).toEqual([
    "GET /admin/realms/x/roles",
  ]);
});

test("a method that is set behind an address belongs to it, in the same statement or the next", () => {
  expect(read('ch = init("/users")\nsetopt(ch, CURLOPT_CUSTOMREQUEST, "PUT")')).toEqual([
    "PUT /users",
  ]);
  expect(read('request(url("/users"), method: .post)')).toEqual(["POST /users"]);
  expect(read("c.put do |req|\n  req.url '/users'\nend")).toEqual(["PUT /users"]);
  expect(read('let url = f("/users");\nc.post(&url)')).toEqual(["POST /users"]);
});
