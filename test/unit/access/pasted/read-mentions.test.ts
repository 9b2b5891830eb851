import { expect, test } from "vitest";
import { readMentions } from "../../../../src/access/pasted/read-mentions.ts";

const read = (text: string) =>
  readMentions(text).map(({ method = "*", address }) => `${method} ${address}`);

test("commands and what is around them are read in their order", () => {
  const text = `GET /a
curl -X POST /b
kcadm.sh delete users/1 -r x
  http PUT h/c
DELETE /d`;
  expect(read(text)).toEqual(["GET /a", "POST /b", "DELETE users/1", "PUT h/c", "DELETE /d"]);
});

test.each([
  ["docker exec kc /opt/keycloak/bin/kcadm.sh get users", ["GET users"]],
  ["$KCADM create users -s username=a", ["POST users"]],
  ["$\x7bKCADM} create users", ["POST users"]],
  ["`http h/users x=1`", ["POST h/users"]],
  ["see http /users", ["* /users"]],
])("%s is found as a command or not", (text, calls) => {
  expect(read(text)).toEqual(calls);
});

test("a variable of a shell is known to the commands behind it", () => {
  expect(read('URL="$KC/admin/realms/x/users"\ncurl -X POST "$URL"\ncurl "$URL/1"')).toEqual([
    "POST $KC/admin/realms/x/users",
    "GET $KC/admin/realms/x/users/1",
  ]);
});

test("a long text of one scrap, over and over, is read in little time", () => {
  const length = 100_000;
  const scraps = [
    "(",
    "a+",
    "f(",
    "$\x7b",
    "{",
    "/a/",
    "$a/",
    "'",
    "`",
    '"a",',
    "a.users.find(",
    "=",
    "\n",
  ];
  for (const scrap of [...scraps, "kcadm ", "a: b\n", "a\n .", ".path(", "keycloak.realm(a)."]) {
    const start = performance.now();
    readMentions(scrap.repeat(length / scrap.length));
    expect(performance.now() - start, scrap).toBeLessThan(10_000);
  }
}, 120_000);
