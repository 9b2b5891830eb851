import type { Command } from "@commander-js/extra-typings";
import type { Store } from "../../access/custom/store-of.ts";
import { readStore } from "../../keycloak/custom/read-store.ts";
import { examples } from "../arguments/examples.ts";
import { requireRealms } from "../arguments/require-realms.ts";
import { jsonOption } from "../arguments/shared-options.ts";
import {
  allRealmsOption,
  askServer,
  clientOption,
  loginRealmOption,
  realmsOption,
  serverOption,
} from "../custom/custom-server.ts";
import { presetInFile } from "../custom/export-presets.ts";
import { hiddenLine, storeProblems } from "../custom/judge-store.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { jsonResult, linesResult } from "../output/command-result.ts";
import { printableLines } from "../output/printable-lines.ts";
import type { CommandContext } from "./command-context.ts";

function linesOf(realm: string, store: Store): readonly string[] {
  if (store.kind !== "found") return [];
  return store.presets.map(({ id, name, roles, revision }) => {
    const count = roles.length === 1 ? "1 role" : `${roles.length} roles`;
    return `${realm} / ${id}  |  ${name}  |  ${count}, revision ${revision}`;
  });
}

/** Adds `presets custom list`, which prints the presets of realms, a line each, and what is wrong with them. */
export function addCustomListCommand(custom: Command, { host, finish }: CommandContext): void {
  custom
    .command("list")
    .description("the presets of realms, and what is wrong with them")
    .addOption(serverOption())
    .addOption(clientOption("view-clients"))
    .addOption(realmsOption())
    .addOption(allRealmsOption())
    .addOption(loginRealmOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples(
        "CLIENT_SECRET=… presets custom list --server https://kc.example.org --client auditor --realm demo",
      ),
    )
    .action(async (options, command) => {
      requireRealms(command, options.realm, options.allRealms);
      const server = await askServer(options, host);
      const stores = new Map<string, Store>();
      for (const realm of server.realms) {
        stores.set(realm, await server.explaining(() => readStore(server.apiOf(realm))));
      }
      const all = [...stores];
      const hidden = all.flatMap(([realm, { kind }]) => (kind === "notKnown" ? [realm] : []));
      const problems = all.flatMap(([realm, store]) => storeProblems(realm, store));
      const seen: ExitCode = hidden.length > 0 ? exitCodes.incomplete : exitCodes.passed;
      const exitCode = problems.length > 0 ? exitCodes.notPassed : seen;
      host.writeError(printableLines(hidden.map(hiddenLine)));
      if (options.json !== true) {
        const lines = all.flatMap(([realm, store]) => linesOf(realm, store));
        finish(linesResult([...lines, ...problems], exitCode));
        return;
      }
      const described = all.map(([realm, store]) => ({
        realm,
        store: store.kind,
        presets: store.kind === "found" ? store.presets.map(presetInFile) : [],
        problems: storeProblems(realm, store),
      }));
      finish(jsonResult(described, exitCode));
    });
}
