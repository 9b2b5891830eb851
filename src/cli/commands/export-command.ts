import { type Command, Option } from "@commander-js/extra-typings";
import { adminClientId } from "../../access/model/admin-client-id.ts";
import { roleNamesIn } from "../../access/model/role-reference.ts";
import { roleKey } from "../../access/model/snapshot.ts";
import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import type { ExportFormat } from "../../formats/export-formats.ts";
import { exportWarnings } from "../../formats/export-warnings.ts";
import type { Handover } from "../../formats/handover.ts";
import { clientScopeToExport, handedRoles } from "../../formats/roles-to-export.ts";
import { examples } from "../arguments/examples.ts";
import { exportFormatOption } from "../arguments/export-format-option.ts";
import { findPreset } from "../arguments/find-preset.ts";
import { parseName } from "../arguments/parse-name.ts";
import { parseResourceAddress } from "../arguments/parse-resource-address.ts";
import { parseServerAddress } from "../arguments/parse-server-address.ts";
import { keycloakOption, organizationsOption } from "../arguments/shared-options.ts";
import { CliError } from "../cli-error.ts";
import { exitCodes } from "../exit-codes.ts";
import { singleRole } from "../export/exported-roles.ts";
import { readRolesFromFiles, readRolesFromServer } from "../export/read-held-roles.ts";
import { t } from "../output/preset-texts.ts";
import { secretInEnvironment } from "../server/secret-in-environment.ts";
import type { CommandContext } from "./command-context.ts";

const master = "master";

/**
 * Only a client of `master` administers other realms, and only `master` has the roles of some presets.
 *
 * @param administers the realm that the client administers
 * @throws CliError if these presets don't apply to a client of this realm
 */
function assertCanAdminister(
  administers: string,
  { realm, presets }: { readonly realm: string; readonly presets: readonly Preset[] },
): void {
  if (administers !== realm && realm !== master) {
    throw new CliError(
      `A client of realm "${realm}" administers only that realm. Only clients of master administer other realms.`,
    );
  }
  const ofMaster = presets.find(({ onlyIn }) => onlyIn === master);
  if (ofMaster !== undefined && administers !== master) {
    throw new CliError(
      `The preset ${ofMaster.id} is for clients of master that administer master.`,
    );
  }
}

/** @throws CliError if this format can't express a name */
function assertWritable({ id, unwritable }: ExportFormat, handover: Handover): void {
  const names = unwritable(handover);
  if (names.length === 0) return;
  throw new CliError(
    `${id}: ${t("export.unwritable", { names: names.join(", ") })}. ${t("export.replaced")}`,
  );
}

/** Roles of several sources, each once. */
function distinct(roles: readonly RoleReference[]): readonly RoleReference[] {
  return [...new Map(roles.map((role) => [roleKey(role), role])).values()];
}

/**
 * Adds `presets export`, which prints roles for a client's service account in another tool's
 * format: the roles of presets, single roles, and the client's roles in a file or on a server.
 */
export function addExportCommand(program: Command, { host, finish }: CommandContext): void {
  program
    .command("export")
    .argument("[presets...]", "the presets whose roles are exported")
    .description("export roles for a client's service account as code")
    .addOption(exportFormatOption())
    .requiredOption("--client <client-id>", "the client that gets the roles", parseName)
    .requiredOption("--realm <realm>", "the client's realm", parseName)
    .option("--administers <realm>", "for clients of master: the realm to administer", parseName)
    .addOption(
      new Option("--role <role>", "an admin role, in addition to those of presets")
        .argParser((name, all: readonly string[]) => [...all, parseName(name)])
        .default([], "none"),
    )
    .addOption(
      new Option("--from <file>", "the client's roles in a realm file; - reads standard input")
        .argParser((file, all: readonly string[]) => [...all, parseName(file)])
        .default([], "none"),
    )
    .addOption(
      new Option(
        "--from-server <client-id>",
        "the client's roles on the server, signed in as this client with the secret in CLIENT_SECRET",
      ).argParser(parseName),
    )
    .option(
      "--login-realm <realm>",
      "the realm of the client that signs in, if different",
      parseName,
    )
    .option("--scoped", "the client's Full scope allowed is off")
    .option("--standalone", "terraform: a module of its own, with its provider")
    .option(
      "--client-resource <address>",
      "terraform: the resource that manages the client, such as keycloak_openid_client.api",
      parseResourceAddress,
    )
    .option(
      "--server <address>",
      "base address of the server",
      parseServerAddress,
      "http://localhost:8080",
    )
    .addOption(organizationsOption())
    .addOption(keycloakOption().default(undefined, "any"))
    .addHelpText(
      "after",
      examples(
        "presets export user-lookup --format terraform --client api-client --realm demo",
        "presets export --role view-users --role view-events --format kcadm --client api-client --realm demo",
        "presets export --from realm.json --format curl --client api-client --realm demo",
        "presets export event-reader --format kcadm --client auditor --realm master --administers demo",
      ),
    )
    .action(async (ids, { format, client, realm, organizations, server, ...options }, command) => {
      const { administers = realm, scoped = false, role, from, fromServer, loginRealm } = options;
      const exported = { realm, clientId: client, administers };
      const { standalone: isStandalone = false, clientResource } = options;
      if (format.id !== "terraform" && (isStandalone || clientResource !== undefined)) {
        command.error("error: --standalone and --client-resource are for --format terraform");
      }
      if (ids.length + role.length + from.length === 0 && fromServer === undefined) {
        command.error("error: specify presets, --role, --from or --from-server");
      }
      const presets = ids.map((id) => findPreset(id, organizations));
      assertCanAdminister(administers, { realm, presets });
      const single = role.map((name) => singleRole(name, exported));
      const ofFiles = from.length === 0 ? [] : await readRolesFromFiles(from, exported, host);
      const login = { server, loginRealm: loginRealm ?? realm };
      const onServer =
        fromServer === undefined
          ? { roles: [], isWhole: true }
          : await readRolesFromServer(
              {
                ...login,
                clientId: fromServer,
                clientSecret: secretInEnvironment(fromServer, host),
              },
              exported,
            );
      const ofPresets = handedRoles(presets);
      const others = distinct([...single, ...ofFiles, ...onServer.roles]);
      const names = (container: RoleReference["container"], already: readonly string[]) =>
        [...new Set([...already, ...roleNamesIn(container, others)])].sort();
      const handover = {
        adminRoles: names("admin", ofPresets.adminRoles),
        realmRoles: names("realm", ofPresets.realmRoles),
        serverUrl: server,
        realm,
        clientId: client,
        adminClientId: adminClientId(realm === master, administers),
        isScoped: scoped,
        presetIds: ids,
        keycloak: options.keycloak,
        adminClientScope: clientScopeToExport(options.keycloak),
      };
      assertWritable(format, handover);
      for (const warning of exportWarnings(format, handover)) {
        const name = handover.adminClientScope?.name ?? "";
        host.writeError(`${t(`export.${warning}`, { name })}. ${t(`export.${warning}.about`)}\n`);
      }
      if (!onServer.isWhole) {
        host.writeError(
          `${fromServer} can't see everything in realm ${realm}: there may be more roles.\n`,
        );
      }
      const exitCode = onServer.isWhole ? exitCodes.passed : exitCodes.incomplete;
      finish({ text: format.write(handover, { isStandalone, clientResource }), exitCode });
    });
}
