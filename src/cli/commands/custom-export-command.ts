import { type Command, Option } from "@commander-js/extra-typings";
import { examples } from "../arguments/examples.ts";
import { parseName } from "../arguments/parse-name.ts";
import {
  askServer,
  clientOption,
  loginRealmOption,
  serverOption,
} from "../custom/custom-server.ts";
import { customFormats, exportPresets } from "../custom/export-presets.ts";
import { storeProblems } from "../custom/judge-store.ts";
import { presetIn, readFoundStore } from "../custom/read-one-preset.ts";
import { exitCodes } from "../exit-codes.ts";
import { printableLines } from "../output/printable-lines.ts";
import type { CommandContext } from "./command-context.ts";

/** Adds `presets custom export`, which prints presets of a realm as a file that can be imported. */
export function addCustomExportCommand(custom: Command, { host, finish }: CommandContext): void {
  custom
    .command("export")
    .argument("[ids...]", "the ids of presets; all without them")
    .description("presets of a realm as a file")
    .addOption(serverOption())
    .addOption(clientOption("view-clients"))
    .requiredOption("--realm <realm>", "the realm", parseName)
    .addOption(loginRealmOption())
    .addOption(
      new Option("--as <format>", "a file of presets, or a realm that Keycloak imports")
        .choices(customFormats)
        .default("json" as const),
    )
    .addHelpText(
      "after",
      examples(
        "CLIENT_SECRET=… presets custom export --server https://kc.example.org --client auditor --realm demo --as yaml > presets.yaml",
      ),
    )
    .action(async (ids, { realm, as, ...options }) => {
      const server = await askServer({ ...options, realm: [realm] }, host);
      const store = await readFoundStore(server, realm);
      const presets =
        ids.length === 0 ? store.presets : ids.map((id) => presetIn(store, realm, id));
      const broken = ids.length === 0 ? store.broken : [];
      const problems = storeProblems(realm, { ...store, presets, broken });
      host.writeError(printableLines(problems));
      const exitCode = broken.length > 0 ? exitCodes.incomplete : exitCodes.passed;
      finish({ text: exportPresets(presets, as, realm), exitCode });
    });
}
