import type { HandedClientScope, Handover } from "./handover.ts";
import { hclArguments, hclBlock, hclLabel, hclSet, quoteForHcl } from "./hcl.ts";

type Container = "admin" | "realm";

/** Roles of one container, and what the resources for them are called. */
interface RolesOf {
  readonly container: Container;
  readonly names: readonly string[];
  /** The names of those that are mapped already. */
  readonly mapped: readonly string[];
  /** The names of those that are in the client's scope already. */
  readonly inScope: readonly string[];
}

/** How else the module is written than into one that is there. */
export interface TerraformOptions {
  /** Whether the text is a module of its own, with its provider. */
  readonly isStandalone?: boolean;
  /** The address of the resource that manages the client; without it, the client is looked up. */
  readonly clientResource?: string | undefined;
}

/**
 * Resources of the provider `keycloak/keycloak` for Terraform and OpenTofu, to be put into a module. They have names of
 * the client and the presets. What is assigned already is imported, which takes Terraform 1.7 or newer.
 *
 * The provider puts a realm's id, which is its name, into addresses as it is.
 *
 * @see [keycloak_openid_client_service_account_role](https://registry.terraform.io/providers/keycloak/keycloak/latest/docs/resources/openid_client_service_account_role)
 * @see [keycloak_generic_role_mapper](https://registry.terraform.io/providers/keycloak/keycloak/latest/docs/resources/generic_role_mapper)
 * @see [Import](https://developer.hashicorp.com/terraform/language/block/import)
 */
export function asTerraform(
  handover: Handover,
  { isStandalone = false, clientResource }: TerraformOptions = {},
): string {
  const { realm, clientId, adminClientId, adminRoles, realmRoles, isScoped } = handover;
  const { presetIds = [], assigned, adminClientScope } = handover;
  const label = hclLabel([clientId, ...presetIds].join("_"));
  const containers = [
    {
      container: "admin",
      names: adminRoles,
      mapped: assigned?.mapped.adminRoles ?? [],
      inScope: assigned?.inScope.adminRoles ?? [],
    },
    {
      container: "realm",
      names: realmRoles,
      mapped: assigned?.mapped.realmRoles ?? [],
      inScope: assigned?.inScope.realmRoles ?? [],
    },
  ] as const satisfies readonly RolesOf[];
  const used = containers.filter(({ names }) => names.length > 0);
  const client = clientResource ?? `data.keycloak_openid_client.${label}`;
  const lookedUp = (name: string, id: string) =>
    hclBlock(`data "keycloak_openid_client" "${name}"`, [
      ["realm_id", `local.${label}.realm_id`],
      ["client_id", quoteForHcl(id)],
    ]);
  const blocks = [
    ...(isStandalone ? [provider(handover)] : []),
    `locals {
  ${label} = {
  ${hclArguments([
    ["realm_id", quoteForHcl(encodeURIComponent(realm))],
    ...used.map(({ container, names }) => [`${container}_roles`, hclSet(names)] as const),
  ]).replaceAll("\n", "\n  ")}
  }
}`,
    ...(clientResource === undefined ? [lookedUp(label, clientId)] : []),
    ...(adminRoles.length > 0 ? [lookedUp(`${label}_admin`, adminClientId)] : []),
    ...used.flatMap((roles) => blocksOf(roles, { label, client, isScoped })),
    ...(adminClientScope === undefined ? [] : [scopesBlock(adminClientScope, { label, client })]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

interface BlockNames {
  readonly label: string;
  /** The address of the client. */
  readonly client: string;
  readonly isScoped: boolean;
}

/**
 * The default client scopes with the one that the Admin API asks for. The resource removes all that it doesn't list, so
 * it is a comment where the others aren't known, or where the realm may lack the client scope.
 *
 * @see [keycloak_openid_client_default_scopes](https://registry.terraform.io/providers/keycloak/keycloak/latest/docs/resources/openid_client_default_scopes)
 */
function scopesBlock(
  { name, isThere, others }: HandedClientScope,
  { label, client }: Pick<BlockNames, "label" | "client">,
): string {
  const block = hclBlock(`resource "keycloak_openid_client_default_scopes" "${label}"`, [
    ["realm_id", `local.${label}.realm_id`],
    ["client_id", `${client}.id`],
    ["default_scopes", hclSet([...(others ?? []), name])],
  ]);
  const about = [
    `# The Admin API requires the client scope ${name} from Keycloak 26.8.2 on. This resource removes all default client`,
    "# scopes that it doesn't list. A client that has such a resource already needs the name there instead.",
  ];
  if (isThere && others !== undefined) return [...about, block].join("\n");
  const open =
    "# Where the realm has it, add the client's other default client scopes, and uncomment this.";
  return [...about, open, ...block.split("\n").map((line) => `# ${line}`)].join("\n");
}

/** What maps roles of one container, and puts them into the client's scope. */
function blocksOf(
  { container, names, mapped, inScope }: RolesOf,
  { label, client, isScoped }: BlockNames,
): readonly string[] {
  const isOfClient = container === "admin";
  const name = `${label}_${container}`;
  const realm: [string, string] = ["realm_id", `local.${label}.realm_id`];
  const each: [string, string] = ["for_each", `local.${label}.${container}_roles`];
  const owner: [string, string][] = isOfClient
    ? [["client_id", `data.keycloak_openid_client.${name}.id`]]
    : [];
  const account = `${client}.service_account_user_id`;
  const mapping = `keycloak_openid_client_service_account_${isOfClient ? "" : "realm_"}role`;
  const role = `data.keycloak_role.${name}[each.value].id`;
  const part = (value: string) => `\${${value}}`;
  const ownerOfRole = isOfClient ? part(`data.keycloak_openid_client.${name}.id`) : part(realm[1]);
  const imports = (kind: string, already: readonly string[], id: readonly string[]) => {
    const held = names.filter((it) => already.includes(it));
    if (held.length === 0) return [];
    return [
      hclBlock("import", [
        ["for_each", hclSet(held)],
        ["to", `${kind}.${name}[each.value]`],
        ["id", `"${id.join("/")}"`],
      ]),
    ];
  };
  const importsOfMapping = imports(mapping, mapped, [
    part(realm[1]),
    part(account),
    ...(isOfClient ? [ownerOfRole] : []),
    part(role),
  ]);
  const importsOfScope = imports("keycloak_generic_role_mapper", isScoped ? inScope : [], [
    part(realm[1]),
    "client",
    part(`${client}.id`),
    "scope-mappings",
    ownerOfRole,
    part(role),
  ]);
  const needsRoles = isScoped || importsOfMapping.length > 0;
  return [
    hclBlock(`resource "${mapping}" "${name}"`, [
      each,
      realm,
      ["service_account_user_id", account],
      ...owner,
      ["role", "each.value"],
    ]),
    ...(needsRoles
      ? [
          hclBlock(`data "keycloak_role" "${name}"`, [
            each,
            realm,
            ...owner,
            ["name", "each.value"],
          ]),
        ]
      : []),
    ...(isScoped
      ? [
          hclBlock(`resource "keycloak_generic_role_mapper" "${name}"`, [
            each,
            realm,
            ["client_id", `${client}.id`],
            ["role_id", role],
          ]),
        ]
      : []),
    ...importsOfMapping,
    ...importsOfScope,
  ];
}

/** What a module of its own needs. The provider reads who signs in from variables, such as `KEYCLOAK_USER`. */
function provider({ serverUrl }: Handover): string {
  return `terraform {
  required_providers {
    keycloak = {
      source = "keycloak/keycloak"
    }
  }
}

${hclBlock('provider "keycloak"', [
  ["client_id", '"admin-cli"'],
  ["url", quoteForHcl(serverUrl)],
])}`;
}
