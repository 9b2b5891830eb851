import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { runCli } from "../../../src/cli/run-cli.ts";
import { ExpectedError } from "../../../tools/command/expected-error.ts";
import { makeListRealm } from "../list/make-list-realm.ts";

/** How long `presets report` took over a realm, and what it had to tell. */
export interface ReportRun {
  readonly accounts: number;
  readonly requests: number;
  readonly milliseconds: number;
}

const realm = "report";
const accounts = 500;
const clientId = "reporter";
const secret = "bench";

/** Makes a realm with that many service accounts, and a client that may look at them. */
export async function makeReportRealm(newAdmin: () => Promise<KeycloakAdminClient>): Promise<void> {
  await makeListRealm(newAdmin, { name: realm, clients: accounts, serviceAccounts: accounts });
  const roles = ["view-users", "view-clients", "view-realm"];
  await (await newAdmin()).realms.partialImport({
    realm,
    rep: {
      ifResourceExists: "FAIL",
      clients: [{ clientId, secret, serviceAccountsEnabled: true, publicClient: false }],
      users: [
        {
          username: `service-account-${clientId}`,
          enabled: true,
          serviceAccountClientId: clientId,
          clientRoles: { "realm-management": roles },
        },
      ],
    },
  });
}

/**
 * Runs the report once.
 *
 * @throws ExpectedError where it is not whole
 */
export async function measureReport(server: string): Promise<ReportRun> {
  const stock = globalThis.fetch;
  let requests = 0;
  globalThis.fetch = (...call) => {
    requests += 1;
    return stock(...call);
  };
  let output = "";
  let errors = "";
  const begun = performance.now();
  try {
    const exitCode = await runCli(
      ["report", "--server", server, "--realm", realm, "--client", clientId],
      {
        readInput: async () => new Uint8Array(),
        writeOutput: (text) => {
          output += text;
        },
        writeError: (text) => {
          errors += text;
        },
        environment: { CLIENT_SECRET: secret },
      },
    );
    if (exitCode !== 0) throw new ExpectedError(`presets report ended with ${exitCode}: ${errors}`);
  } finally {
    globalThis.fetch = stock;
  }
  const milliseconds = performance.now() - begun;
  return { accounts: output.trimEnd().split("\n").length, requests, milliseconds };
}
