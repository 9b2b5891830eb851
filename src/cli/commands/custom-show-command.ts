import type { Command } from "@commander-js/extra-typings";
import type { CustomPreset, CustomRole } from "../../access/custom/custom-preset.ts";
import { type Risk, riskOfRoles } from "../../access/model/risk.ts";
import { examples } from "../arguments/examples.ts";
import { parseName } from "../arguments/parse-name.ts";
import { jsonOption, keycloakOption } from "../arguments/shared-options.ts";
import {
  askServer,
  clientOption,
  loginRealmOption,
  serverOption,
} from "../custom/custom-server.ts";
import { presetInFile } from "../custom/export-presets.ts";
import { presetIn, readFoundStore } from "../custom/read-one-preset.ts";
import { roleLabel } from "../custom/role-label.ts";
import { jsonResult, linesResult } from "../output/command-result.ts";
import { describeRisk } from "../output/preset-texts.ts";
import type { CommandContext } from "./command-context.ts";

/** Whether it is known what a role allows: not of roles of other clients, which may include any other role. */
const isKnown = ({ client, role }: CustomRole, realm: string) =>
  client === "realm-management" || (client === undefined && realm === "master" && role === "admin");

function riskOf(preset: CustomPreset, realm: string, version: string | undefined) {
  const roles = preset.roles.flatMap((it) =>
    isKnown(it, realm)
      ? [{ container: it.client === undefined ? "realm" : "admin", name: it.role } as const]
      : [],
  );
  return riskOfRoles(roles, { version });
}

function linesOf(preset: CustomPreset, realm: string, risk: Risk | undefined): readonly string[] {
  const { id, name, purpose, roles, revision, formerly } = preset;
  const others = roles.filter((role) => !isKnown(role, realm));
  return [
    `${name} (${id}), a preset of realm ${realm}`,
    ...(purpose === "" ? [] : [purpose]),
    "",
    `Revision: ${revision}`,
    "Roles:",
    ...roles.map((role) => `  ${roleLabel(role)}`),
    `At worst: ${describeRisk(risk)}`,
    ...(others.length === 0
      ? []
      : ["What these roles allow isn't known here:", ...others.map((it) => `  ${roleLabel(it)}`)]),
    ...formerly.flatMap((it) => [
      `Formerly, revision ${it.revision}:`,
      ...it.roles.map((role) => `  ${roleLabel(role)}`),
    ]),
  ];
}

/** Adds `presets custom show`, which prints one preset of a realm with its roles and what they allow at worst. */
export function addCustomShowCommand(custom: Command, { host, finish }: CommandContext): void {
  custom
    .command("show")
    .argument("<id>", "the id of the preset", parseName)
    .description("one preset of a realm, with its roles and their worst consequences")
    .addOption(serverOption())
    .addOption(clientOption("view-clients"))
    .requiredOption("--realm <realm>", "the realm", parseName)
    .addOption(loginRealmOption())
    .addOption(keycloakOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples(
        "CLIENT_SECRET=… presets custom show billing-sync --server https://kc.example.org --client auditor --realm demo",
      ),
    )
    .action(async (id, { realm, json, keycloak, ...options }) => {
      const server = await askServer({ ...options, realm: [realm] }, host);
      const preset = presetIn(await readFoundStore(server, realm), realm, id);
      const risk = riskOf(preset, realm, keycloak);
      const consequences = risk?.consequences.map((it) => it.id) ?? [];
      const described = { ...presetInFile(preset), risk: risk?.level ?? null, consequences };
      finish(json ? jsonResult(described) : linesResult(linesOf(preset, realm, risk)));
    });
}
