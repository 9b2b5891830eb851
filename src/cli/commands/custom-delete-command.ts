import type { Command } from "@commander-js/extra-typings";
import { deletePreset } from "../../keycloak/custom/delete-preset.ts";
import { findMarkedClients, type MarkedClient } from "../../keycloak/custom/find-marked-clients.ts";
import { readStore } from "../../keycloak/custom/read-store.ts";
import { valueIn } from "../../keycloak/custom/write-preset.ts";
import { examples } from "../arguments/examples.ts";
import { parseName } from "../arguments/parse-name.ts";
import { requireRealms } from "../arguments/require-realms.ts";
import { jsonOption } from "../arguments/shared-options.ts";
import { CliError } from "../cli-error.ts";
import { explainChange } from "../custom/carry-out-import.ts";
import {
  type AskedServer,
  allRealmsOption,
  askServer,
  clientOption,
  loginRealmOption,
  realmsOption,
  serverOption,
} from "../custom/custom-server.ts";
import { hiddenLine, storeProblems } from "../custom/judge-store.ts";
import { jsonResult, linesResult } from "../output/command-result.ts";
import type { CommandContext } from "./command-context.ts";

/** The preset in one realm. */
interface Target {
  readonly realm: string;
  readonly value: string;
  readonly marked: readonly MarkedClient[];
}

async function findTarget(
  { apiOf, explaining }: AskedServer,
  realm: string,
  id: string,
): Promise<Target | undefined> {
  const api = apiOf(realm);
  const store = await explaining(() => readStore(api));
  if (store.kind === "notKnown") throw new CliError(hiddenLine(realm));
  if (store.kind === "notOurs") throw new CliError(...storeProblems(realm, store));
  const value = valueIn(store, id);
  if (value === undefined) return undefined;
  return { realm, value, marked: await explaining(() => findMarkedClients(api, id)) };
}

const linesOf = (id: string, { realm, marked }: Target) => [
  `DELETED  ${realm} / ${id}`,
  ...(marked.length === 0
    ? []
    : ["  Its roles stay where it was applied. These clients are marked with it:"]),
  ...marked.map(({ clientId, marker }) => `  ${clientId} (revision ${marker})`),
];

/**
 * Adds `presets custom delete`, which deletes a preset of realms, and says which clients are marked with it: what they
 * hold stays.
 */
export function addCustomDeleteCommand(custom: Command, { host, finish }: CommandContext): void {
  custom
    .command("delete")
    .argument("<id>", "the id of the preset", parseName)
    .description("delete a preset of realms; roles that clients got with it stay")
    .addOption(serverOption())
    .addOption(clientOption("manage-clients"))
    .addOption(realmsOption())
    .addOption(allRealmsOption())
    .addOption(loginRealmOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples(
        "CLIENT_SECRET=… presets custom delete billing-sync --server https://kc.example.org --client keeper --realm demo",
      ),
    )
    .action(async (id, { json, ...options }, command) => {
      requireRealms(command, options.realm, options.allRealms);
      const server = await askServer(options, host);
      const targets: Target[] = [];
      for (const realm of server.realms) {
        const target = await findTarget(server, realm, id);
        if (target) targets.push(target);
      }
      if (targets.length === 0) {
        throw new CliError(`No preset "${id}" in ${server.realms.join(", ")}.`);
      }
      for (const { realm, value } of targets) {
        const change = await server.explaining(() => deletePreset(server.apiOf(realm), id, value));
        const reason = explainChange(change);
        if (reason !== undefined) throw new CliError(`${realm} / ${id} was not deleted:`, reason);
      }
      const deleted = targets.map(({ realm, marked }) => ({
        ...{ realm, id },
        markedClients: marked.map(({ clientId, marker }) => ({ clientId, revision: marker })),
      }));
      const lines = targets.flatMap((target) => linesOf(id, target));
      finish(json ? jsonResult(deleted) : linesResult(lines));
    });
}
