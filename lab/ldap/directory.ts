import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import { type BerElement, elementsIn, readElement, writeElement } from "./ber.ts";

/** An LDAP directory on this machine that lets everybody in and has no entry but its own description. */
export interface Directory {
  /** Such as `ldap://localhost:38911`. */
  readonly url: string;
  /** The password of the last simple bind; undefined before one came. */
  readonly password: () => string | undefined;
  readonly stop: () => Promise<void>;
}

const sequence = 0x30;
const text = 0x04;
const success = Buffer.concat([
  writeElement(0x0a, Buffer.from([0])),
  writeElement(text),
  writeElement(text),
]);

/** Tags of requests, and of the answers that end them. */
const bindRequest = 0x60;
const searchRequest = 0x63;
const answers = new Map([
  [bindRequest, 0x61],
  [searchRequest, 0x65],
]);

/** What the directory says of itself, as far as Keycloak asks. */
const description = writeElement(
  0x64,
  writeElement(text),
  writeElement(
    sequence,
    writeElement(
      sequence,
      writeElement(text, "supportedExtension"),
      writeElement(0x31, writeElement(text, "1.3.6.1.4.1.4203.1.11.1")),
    ),
  ),
);

/**
 * Starts one.
 *
 * @see [LDAP: The Protocol](https://www.rfc-editor.org/rfc/rfc4511#section-4)
 */
export async function startDirectory(): Promise<Directory> {
  let password: string | undefined;
  const sockets = new Set<Socket>();

  function answer(socket: Socket, message: BerElement): void {
    const [id, operation] = elementsIn(message.content);
    if (id === undefined || operation === undefined) return;
    const end = answers.get(operation.tag);
    if (end === undefined) return;
    const say = (part: Buffer) =>
      socket.write(writeElement(sequence, writeElement(0x02, id.content), part));
    const parts = elementsIn(operation.content);
    if (operation.tag === bindRequest) password = parts[2]?.content.toString();
    if (operation.tag === searchRequest && parts[0]?.content.length === 0) say(description);
    say(writeElement(end, success));
  }

  const server = createServer((socket) => {
    let received: Buffer = Buffer.alloc(0);
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A client that goes away without a word is none of our business.
    socket.on("error", () => socket.destroy());
    socket.on("data", (bytes: Buffer) => {
      received = Buffer.concat([received, bytes]);
      for (let next = readElement(received); next !== undefined; next = readElement(received)) {
        received = received.subarray(next.size);
        answer(socket, next.element);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", () => resolve()));
  return {
    url: `ldap://localhost:${(server.address() as AddressInfo).port}`,
    password: () => password,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
