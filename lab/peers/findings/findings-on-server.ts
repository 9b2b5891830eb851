import { signInAsAdministrator } from "../../../tools/demo/sign-in-as-administrator.ts";
import { type BenchServer, clearBenchServer, withBenchServer } from "../../bench/bench-server.ts";
import type { PartOfPage } from "../part-of-page.ts";
import { kcwardenVersion, ownVersion } from "../programs/tool-versions.ts";
import { findingsMarkdown } from "./findings-markdown.ts";
import { runFindings } from "./findings-run.ts";
import { wrongAboutAccess } from "./wrong-about-access.ts";

/** Compares on a fresh server what kcwarden and this product find. */
export async function findingsOnServer(server: BenchServer, kcwarden: string): Promise<PartOfPage> {
  const { report, signal } = server;
  await clearBenchServer();
  return withBenchServer(server, async (keycloak) => {
    const { baseUrl, adminUsername: username, adminPassword: password } = keycloak;
    const from = { kcwarden, baseUrl, username, password, signal };
    const run = await runFindings(from, () => signInAsAdministrator(keycloak), report);
    return {
      versions: [
        ...[ownVersion, await kcwardenVersion(kcwarden)],
        `Node.js ${process.versions.node}`,
      ],
      text: findingsMarkdown(run),
      broken: wrongAboutAccess(run.cases),
    };
  });
}
