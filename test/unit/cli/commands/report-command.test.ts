import { afterEach, expect, test, vi } from "vitest";
import { runCli } from "../../../../src/cli/run-cli.ts";
import { createInMemoryKeycloak } from "../../../in-memory-keycloak/create-in-memory-keycloak.ts";

afterEach(() => vi.unstubAllGlobals());

const hostile = "a\u001b[2K\nrealm";

/** Runs `presets report` on a server that answers the requests for tokens so, one after another. */
async function report(answerToken: (count: number) => Response, ...about: readonly string[]) {
  const keycloak = createInMemoryKeycloak();
  keycloak.master.makeAdministrator({ token: "valid", realmRoles: ["admin"] });
  keycloak.makeRealm(hostile);
  let tokens = 0;
  vi.stubGlobal("fetch", async (input: URL | string, init: RequestInit) => {
    if (!String(input).endsWith("/token")) return keycloak.fetch(input, init);
    tokens += 1;
    return answerToken(tokens);
  });
  let errors = "";
  const words = ["--server", "https://kc.example.org", "--client", "reporter", ...about];
  const exitCode = await runCli(["report", ...words], {
    writeOutput: () => undefined,
    writeError: (text) => {
      errors += text;
    },
    environment: { CLIENT_SECRET: "secret" },
  });
  return { exitCode, errors, tokens };
}

const tokenOf = (token: string) =>
  Response.json({ access_token: token, token_type: "Bearer", expires_in: 60 });

test("several requests whose token was refused at once share one new token", async () => {
  const answer = (count: number) => tokenOf(count === 1 ? "ended" : "valid");
  const { exitCode, tokens } = await report(answer, "--realm", "master");
  expect({ exitCode, tokens }).toEqual({ exitCode: 0, tokens: 2 });
});

test("a realm's name can't make lines of its own on the terminal, nor wipe one", async () => {
  // Its admin roles are not in master, so that it can't be read from there.
  const { errors } = await report(() => tokenOf("valid"), "--all-realms");
  expect(errors).toBe("Realm a\\u001b[2K\\u000arealm could not be read.\n");
});

test("neither can what the server says of a client that it does not let in", async () => {
  const error_description = "no\u001b[2K\nsuch client";
  const body = { error: "unauthorized_client", error_description };
  const answer = () => Response.json(body, { status: 400 });
  const { exitCode, errors } = await report(answer, "--all-realms");
  expect(exitCode).toBe(2);
  expect(errors).toContain("no\\u001b[2K\\u000asuch client");
  expect(errors.trimEnd()).not.toContain("\n");
});
