import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { elementsIn, readElement, writeElement } from "../../../../lab/ldap/ber.ts";
import { type Directory, startDirectory } from "../../../../lab/ldap/directory.ts";

let directory: Directory | undefined;

afterEach(async () => {
  await directory?.stop();
  directory = undefined;
});

const integer = (value: number) => writeElement(0x02, Buffer.from([value]));
const request = (id: number, operation: Buffer) => writeElement(0x30, integer(id), operation);
const bind = (password: string) =>
  writeElement(0x60, integer(3), writeElement(0x04, "cn=keycloak"), writeElement(0x80, password));
const search = (base: string) => writeElement(0x63, writeElement(0x04, base));

/** The tags of the operations that are answered, until there are so many. */
async function tagsAnswered(sent: readonly Buffer[], count: number): Promise<readonly number[]> {
  directory ??= await startDirectory();
  const socket = connect(Number(new URL(directory.url).port), "localhost");
  let received = Buffer.alloc(0);
  const tags: number[] = [];
  for (const part of sent) socket.write(part);
  for await (const bytes of socket) {
    received = Buffer.concat([received, bytes]);
    for (let next = readElement(received); next !== undefined; next = readElement(received)) {
      received = received.subarray(next.size);
      tags.push(elementsIn(next.element.content)[1]?.tag ?? 0);
    }
    if (tags.length >= count) break;
  }
  socket.destroy();
  return tags;
}

test("everybody is let in, and the password that came is known", async () => {
  const password = `p${"x".repeat(300)}`;
  expect(await tagsAnswered([request(1, bind(password))], 1)).toEqual([0x61]);
  expect(directory?.password()).toBe(password);
});

test("a search finds nothing but what the directory says of itself", async () => {
  expect(await tagsAnswered([request(1, search("")), request(2, search("dc=example"))], 3)).toEqual(
    [0x64, 0x65, 0x65],
  );
});

test("a request that comes in pieces is answered once it is whole", async () => {
  const bytes = request(1, bind("secret"));
  expect(await tagsAnswered([bytes.subarray(0, 5), bytes.subarray(5)], 1)).toEqual([0x61]);
});
