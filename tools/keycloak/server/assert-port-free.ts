import { createServer } from "node:net";
import { ExpectedError } from "../../command/expected-error.ts";

/**
 * Makes sure that Keycloak can listen on that TCP port, on every address of this machine. Throws an
 * ExpectedError that says what to do when it can't.
 */
export async function assertPortFree(port: number): Promise<void> {
  // A program may hold the port on one of these only, and the browser would then reach either.
  for (const host of ["0.0.0.0", "127.0.0.1", "::1"]) {
    const code = await listeningFailure(port, host);
    if (code === "EADDRINUSE") {
      throw new ExpectedError(
        `Port ${port} is in use by another program: end that program, or take another port with \`npm start -- --port ${port + 1}\`.`,
      );
    }
    if (code === "EACCES") {
      throw new ExpectedError(
        `This user may not open port ${port}: take one above 1023, as in \`npm start -- --port 8080\`.`,
      );
    }
  }
}

async function listeningFailure(port: number, host: string): Promise<string | undefined> {
  const server = createServer();
  return await new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code));
    server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  });
}
