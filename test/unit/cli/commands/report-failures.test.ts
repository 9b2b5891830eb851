/** What `report` says of servers that don't answer as Keycloak does; each is a real one. */
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { runPresets } from "../run-presets.ts";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** The address of a server that answers so. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  stops.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return `127.0.0.1:${port}`;
}

const secret = "s3cr3t/of a client";

const report = (server: string) =>
  runPresets(["report", "--server", server, "--client", "auditor", "--realm", "demo"], {
    environment: { CLIENT_SECRET: secret },
  });

const json =
  (status: number, body: object): RequestListener =>
  (_, response) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };

const page =
  (status: number): RequestListener =>
  (_, response) => {
    response.writeHead(status, { "content-type": "text/html; charset=utf-8" });
    response.end("<html><body>Sign in to the proxy</body></html>");
  };

test.each([
  ["a web page with 404", page(404), "answered 404 with a web page: Keycloak is not below"],
  ["a web page of a proxy", page(200), "answered 200 with a web page, as from a proxy"],
  [
    "a web page that says that it is down",
    page(503),
    "answered 503 with a web page, as from a proxy",
  ],
  [
    "Keycloak at another path",
    json(404, { error: "HTTP 404 Not Found" }),
    "answered 404: Keycloak is not below this address. Check the relative path",
  ],
  ["another realm", json(404, { error: "Realm does not exist" }), "has no realm demo"],
])("%s is told as what it is", async (_, answer, said) => {
  const { exitCode, output, errors } = await report(`http://${await serve(answer)}`);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain(said);
});

test("a refused connection is reported", async () => {
  const address = await serve(() => undefined);
  for (const stop of stops.splice(0)) stop();
  const { exitCode, errors } = await report(`http://${address}`);
  expect(exitCode).toBe(2);
  expect(errors).toContain("the connection was refused: nothing listens");
});

test("https:// on a port that speaks http is said", async () => {
  const { errors } = await report(`https://${await serve(page(200))}`);
  expect(errors).toContain("it doesn't speak the protocol of the address");
});

test("what a server says is printed without the secret, in any form, and without tokens", async () => {
  const forms = [secret, encodeURIComponent(secret), Buffer.from(secret).toString("base64")];
  const token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";
  const words = `no: ${forms.join(" ")} Bearer ${token} password=hunter22 {"client_secret":"xyz12"}`;
  const answer = json(400, { error: "invalid_client", error_description: words });
  const { errors } = await report(`http://${await serve(answer)}`);
  expect(errors).toContain("rejected the client");
  for (const form of [...forms, token, "hunter22", "xyz12"]) expect(errors).not.toContain(form);
});
