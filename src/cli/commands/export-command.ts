import type { Command } from "@commander-js/extra-typings";
import { adminClientId } from "../../access/model/admin-client-id.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import type { ExportFormat } from "../../formats/export-formats.ts";
import type { Handover } from "../../formats/handover.ts";
import { handedRoles } from "../../formats/roles-to-export.ts";
import { examples } from "../arguments/examples.ts";
import { exportFormatOption } from "../arguments/export-format-option.ts";
import { findPreset } from "../arguments/find-preset.ts";
import { parseServerAddress } from "../arguments/parse-server-address.ts";
import { organizationsOption } from "../arguments/shared-options.ts";
import { CliError } from "../cli-error.ts";
import { exitCodes } from "../exit-codes.ts";
import { t } from "../output/preset-texts.ts";
import type { CommandContext } from "./command-context.ts";

const master = "master";

/**
 * Only a client of `master` administers other realms, and only `master` has the roles of some presets.
 *
 * @param administers the realm that the client is to administer
 * @throws CliError where these presets are no use to a client of this realm
 */
function assertCanAdminister(
  administers: string,
  { realm, presets }: { readonly realm: string; readonly presets: readonly Preset[] },
): void {
  if (administers !== realm && realm !== master) {
    throw new CliError(
      `A client of realm "${realm}" administers that realm alone; only clients of master administer others.`,
    );
  }
  const ofMaster = presets.find(({ onlyIn }) => onlyIn === master);
  if (ofMaster !== undefined && administers !== master) {
    throw new CliError(
      `The preset ${ofMaster.id} is for clients of master that administer master.`,
    );
  }
}

/** @throws CliError where a name can't be written in this format */
function assertWritable({ id, unwritable }: ExportFormat, handover: Handover): void {
  const names = unwritable(handover);
  if (names.length === 0) return;
  throw new CliError(
    `${id}: ${t("export.unwritable", { names: names.join(", ") })}. ${t("export.replaced")}`,
  );
}

/** Adds `presets export`, which prints presets for a client's service account in another tool's format. */
export function addExportCommand(program: Command, { finish }: CommandContext): void {
  program
    .command("export <presets...>")
    .description("presets for a client's service account, in a format to be kept as code")
    .addOption(exportFormatOption())
    .requiredOption("--client <client-id>", "the client that gets the roles")
    .requiredOption("--realm <realm>", "the client's realm")
    .option("--administers <realm>", "for clients of master: the realm to be administered")
    .option("--scoped", "the client's Full scope allowed is off")
    .option(
      "--server <address>",
      "base address of the server",
      parseServerAddress,
      "http://localhost:8080",
    )
    .addOption(organizationsOption())
    .addHelpText(
      "after",
      examples(
        "presets export user-lookup --format terraform --client api-client --realm demo",
        "presets export event-reader --format kcadm --client auditor --realm master --administers demo",
      ),
    )
    .action((ids, { format, client, realm, organizations, server, ...options }) => {
      const { administers = realm, scoped = false } = options;
      const presets = ids.map((id) => findPreset(id, organizations));
      assertCanAdminister(administers, { realm, presets });
      const handover = {
        ...handedRoles(presets),
        serverUrl: server,
        realm,
        clientId: client,
        adminClientId: adminClientId(realm === master, administers),
        isScoped: scoped,
      };
      assertWritable(format, handover);
      finish({ text: format.write(handover), exitCode: exitCodes.passed });
    });
}
