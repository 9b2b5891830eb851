import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { execa } from "execa";
import { bundleCli } from "../../../tools/build/bundle-cli.ts";
import { ExpectedError } from "../../../tools/command/expected-error.ts";
import { root } from "../../../tools/test/root.ts";
import { makeListRealm } from "../list/make-list-realm.ts";

/** How long `presets report` took for a realm, in milliseconds. */
export interface ReportRun {
  readonly accounts: number;
  /** On a server that has just started, whose code Java hasn't compiled yet. */
  readonly first: number;
  readonly again: number;
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
 * Runs the report twice, as a person does.
 *
 * @throws ExpectedError where it is not whole
 */
export async function measureReport(server: string): Promise<ReportRun> {
  const folder = await mkdtemp(join(tmpdir(), "presets-report-"));
  try {
    const script = join(folder, "cli.mjs");
    await bundleCli(root, script);
    const words = ["report", "--server", server, "--realm", realm, "--client", clientId];
    const env = { PATH: process.env["PATH"], CLIENT_SECRET: secret };
    const run = async () => {
      const begun = performance.now();
      const { exitCode, stdout, stderr } = await execa(process.execPath, [script, ...words], {
        ...{ env, extendEnv: false, reject: false },
      });
      const milliseconds = performance.now() - begun;
      if (exitCode !== 0) {
        throw new ExpectedError(`presets report ended with ${exitCode}: ${stderr}`);
      }
      return { accounts: stdout.trimEnd().split("\n").length, milliseconds };
    };
    const { accounts, milliseconds: first } = await run();
    return { accounts, first, again: (await run()).milliseconds };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
