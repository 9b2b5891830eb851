import type { Command } from "@commander-js/extra-typings";
import { storeClientId } from "../../access/custom/store-client-id.ts";
import { removeStore, type StoreRemoval } from "../../keycloak/custom/remove-store.ts";
import { examples } from "../arguments/examples.ts";
import { parseName } from "../arguments/parse-name.ts";
import { CliError } from "../cli-error.ts";
import {
  askServer,
  clientOption,
  loginRealmOption,
  serverOption,
} from "../custom/custom-server.ts";
import { hiddenLine } from "../custom/judge-store.ts";
import { linesResult } from "../output/command-result.ts";
import type { CommandContext } from "./command-context.ts";

/** @throws CliError where the store stays */
function describe(realm: string, removal: StoreRemoval): string {
  switch (removal.kind) {
    case "removed":
      return `REMOVED  ${realm}: the client ${storeClientId}`;
    case "none":
      return `Realm ${realm} has no client ${storeClientId}.`;
    case "notKnown":
      throw new CliError(hiddenLine(realm));
    case "notOurs":
      throw new CliError(
        `Realm ${realm}: the client ${storeClientId} wasn't made for presets and stays.`,
      );
    case "notEmpty":
      throw new CliError(
        `Realm ${realm} still has presets: ${removal.count}. Delete them first with presets custom delete.`,
      );
  }
}

/** Adds `presets custom remove-store`, which deletes the client that presets are stored in once there are none. */
export function addCustomRemoveStoreCommand(
  custom: Command,
  { host, finish }: CommandContext,
): void {
  custom
    .command("remove-store")
    .description(`delete the client ${storeClientId} of a realm that has no presets left`)
    .addOption(serverOption())
    .addOption(clientOption("manage-clients"))
    .requiredOption("--realm <realm>", "the realm", parseName)
    .addOption(loginRealmOption())
    .addHelpText(
      "after",
      examples(
        "CLIENT_SECRET=… presets custom remove-store --server https://kc.example.org --client keeper --realm demo",
      ),
    )
    .action(async ({ realm, ...options }) => {
      const server = await askServer({ ...options, realm: [realm] }, host);
      const removal = await server.explaining(() => removeStore(server.apiOf(realm)));
      finish(linesResult([describe(realm, removal)]));
    });
}
