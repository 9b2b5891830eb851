import type { Command } from "@commander-js/extra-typings";
import { findMissingRoles } from "../../keycloak/custom/find-missing-roles.ts";
import { mayManageClients } from "../../keycloak/custom/may-manage-clients.ts";
import { readStore } from "../../keycloak/custom/read-store.ts";
import { examples } from "../arguments/examples.ts";
import { requireRealms } from "../arguments/require-realms.ts";
import { jsonOption } from "../arguments/shared-options.ts";
import { CliError } from "../cli-error.ts";
import { carryOutImport } from "../custom/carry-out-import.ts";
import {
  type AskedServer,
  allRealmsOption,
  askServer,
  clientOption,
  loginRealmOption,
  realmsOption,
  serverOption,
} from "../custom/custom-server.ts";
import { importAsJson, importLines } from "../custom/import-lines.ts";
import { planImport, type RealmToImport } from "../custom/plan-import.ts";
import type { FilePreset } from "../custom/presets-in-content.ts";
import { problemLines, readPresetFiles } from "../custom/read-preset-files.ts";
import { jsonResult, linesResult } from "../output/command-result.ts";
import type { CommandContext } from "./command-context.ts";

async function readRealm(
  { apiOf, explaining }: AskedServer,
  realm: string,
  files: readonly FilePreset[],
): Promise<RealmToImport> {
  const api = apiOf(realm);
  return explaining(async () => {
    const store = await readStore(api);
    if (store.kind !== "none" && store.kind !== "found") {
      return { realm, store, missing: new Map(), isManageable: false };
    }
    const isManageable = store.kind === "found" ? store.isManageable : await mayManageClients(api);
    const roles = files.flatMap(({ preset }) => preset.roles);
    return { realm, store, missing: await findMissingRoles(api, roles), isManageable };
  });
}

/**
 * Adds `presets custom import`, which writes presets of files into realms. All problems of all files are told first, and
 * nothing is changed unless all is fine.
 */
export function addCustomImportCommand(custom: Command, { host, finish }: CommandContext): void {
  custom
    .command("import")
    .argument("<files...>", "files with presets, YAML or JSON; - reads standard input")
    .description("write presets of files into realms; others of the realms stay")
    .addOption(serverOption())
    .addOption(clientOption("manage-clients, and view-realm for presets with realm roles"))
    .addOption(realmsOption())
    .addOption(allRealmsOption())
    .addOption(loginRealmOption())
    .option("--dry-run", "print what would change, and change nothing")
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples(
        "CLIENT_SECRET=… presets custom import presets.yaml --server https://kc.example.org --client keeper --realm demo --dry-run",
      ),
    )
    .action(async (paths, { json, dryRun, ...options }, command) => {
      requireRealms(command, options.realm, options.allRealms);
      const files = await readPresetFiles(paths, host.readInput);
      const server = await askServer(options, host);
      const plans = [];
      for (const realm of server.realms) {
        plans.push(planImport(await readRealm(server, realm, files), files));
      }
      const refusals = plans.flatMap((plan) => plan.refusals);
      const problems = problemLines(plans.flatMap((plan) => plan.problems));
      if (refusals.length + problems.length > 0) {
        throw new CliError("Nothing was changed, because of:", ...problems, ...refusals);
      }
      const planned = plans.flatMap((plan) => plan.planned);
      if (dryRun !== true) await carryOutImport(server, planned);
      finish(json ? jsonResult(importAsJson(planned)) : linesResult(importLines(planned)));
    });
}
