import { launchBrowser } from "../../../tools/browser/launch-browser.ts";
import { signInAsAdministrator } from "../../../tools/demo/sign-in-as-administrator.ts";
import type { RunningKeycloak } from "../../../tools/keycloak/start-keycloak.ts";
import { applyScales, makeApplyRealm } from "../../bench/apply/make-apply-realm.ts";
import { type BenchServer, clearBenchServer, withBenchServer } from "../../bench/bench-server.ts";
import type { PartOfPage } from "../part-of-page.ts";
import { findTerraform } from "../programs/terraform-versions.ts";
import { ansibleVersions, ownVersion } from "../programs/tool-versions.ts";
import { ansibleWay } from "./ansible-way.ts";
import { applyingMarkdown } from "./applying-markdown.ts";
import { clientsFor, runApplying } from "./applying-run.ts";
import { kcadmWay } from "./kcadm-way.ts";
import { terraformWay } from "./terraform-way.ts";

const [scale] = applyScales;

/** What is needed beside the server. */
interface Programs {
  readonly executablePath: string;
  readonly ansiblePlaybook: string;
}

/** Measures on a fresh server how the roles of a preset are assigned. */
export async function applyingOnServer(
  server: BenchServer,
  { executablePath, ansiblePlaybook }: Programs,
): Promise<PartOfPage> {
  const { home, report, signal } = server;
  const terraform = await findTerraform();
  const ways = [
    ...[kcadmWay(home), ansibleWay(ansiblePlaybook)],
    ...(terraform.kind === "ready" ? [terraformWay] : []),
  ];
  const notRun =
    terraform.kind === "ready" ? [] : [{ name: terraformWay.name, reason: terraform.reason }];
  await clearBenchServer();
  return withBenchServer(server, async (keycloak) => {
    const newAdmin = () => signInAsAdministrator(keycloak);
    const adminTheme = "service-account-presets";
    await (await newAdmin()).realms.update({ realm: "master" }, { adminTheme });
    const clients = await makeApplyRealm(newAdmin, scale, clientsFor(ways.length));
    const { baseUrl, adminUsername: username, adminPassword: password } = keycloak;
    await using browser = await launchBrowser(executablePath);
    const visit = {
      ...{ baseUrl, username, password, latency: 0, signal },
      ...{ realm: scale.name, consoleRealm: "master" },
      rolesOf: (clientId: string) => adminRolesOf(keycloak, clientId),
    };
    const run = await runApplying(browser, visit, ways, clients, report);
    return {
      versions: [
        ...[ownVersion, `Chromium ${browser.version()}`, await ansibleVersions(ansiblePlaybook)],
        ...(terraform.kind === "ready"
          ? [`Terraform ${terraform.version} with keycloak/keycloak ${terraform.provider}`]
          : []),
      ],
      text: applyingMarkdown(run, notRun),
      broken: [],
    };
  });
}

/** The admin roles that the server says a service account has. */
async function adminRolesOf(
  keycloak: RunningKeycloak,
  clientId: string,
): Promise<readonly string[]> {
  const admin = await signInAsAdministrator(keycloak);
  const realm = scale.name;
  const [user] = await admin.users.find({
    ...{ realm, username: `service-account-${clientId}`, exact: true },
  });
  const { clientMappings = {} } = await admin.users.listRoleMappings({ realm, id: user?.id ?? "" });
  const mappings: readonly { name?: string }[] = clientMappings["realm-management"]?.mappings ?? [];
  return mappings.map(({ name = "" }) => name);
}
