import type { Handover } from "./handover.ts";

/**
 * A text as a quoted template of HCL, in which nothing is replaced.
 *
 * @see [Strings and templates](https://developer.hashicorp.com/terraform/language/expressions/strings)
 */
export function quoteForHcl(text: string): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t")
    // By a function, because a `$` in a replacement text has a special meaning.
    .replaceAll(/[$%]\{/g, (template) => `${template[0]}${template}`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: HCL names them by number.
  const safe = escaped.replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return `"${safe}"`;
}

const listOf = (names: readonly string[]) => `toset([${names.map(quoteForHcl).join(", ")}])`;

/**
 * Resources of the provider `keycloak/keycloak` for Terraform and OpenTofu; the client itself is looked
 * up, not managed.
 *
 * @see [keycloak_openid_client_service_account_role](https://registry.terraform.io/providers/keycloak/keycloak/latest/docs/resources/openid_client_service_account_role)
 * @see [keycloak_generic_role_mapper](https://registry.terraform.io/providers/keycloak/keycloak/latest/docs/resources/generic_role_mapper)
 */
export function asTerraform(handover: Handover): string {
  const { realm, clientId, adminClientId, adminRoles, realmRoles, isScoped } = handover;
  const blocks = [
    `terraform {
  required_providers {
    keycloak = {
      source = "keycloak/keycloak"
    }
  }
}`,
    `data "keycloak_realm" "realm" {
  realm = ${quoteForHcl(realm)}
}`,
    `data "keycloak_openid_client" "client" {
  realm_id  = data.keycloak_realm.realm.id
  client_id = ${quoteForHcl(clientId)}
}`,
    `data "keycloak_openid_client_service_account_user" "account" {
  realm_id  = data.keycloak_realm.realm.id
  client_id = data.keycloak_openid_client.client.id
}`,
    ...(adminRoles.length === 0
      ? []
      : [
          `data "keycloak_openid_client" "admin" {
  realm_id  = data.keycloak_realm.realm.id
  client_id = ${quoteForHcl(adminClientId)}
}`,
          `resource "keycloak_openid_client_service_account_role" "admin" {
  for_each                = ${listOf(adminRoles)}
  realm_id                = data.keycloak_realm.realm.id
  service_account_user_id = data.keycloak_openid_client_service_account_user.account.id
  client_id               = data.keycloak_openid_client.admin.id
  role                    = each.value
}`,
          ...(isScoped ? scopeOf("admin", adminRoles) : []),
        ]),
    ...(realmRoles.length === 0
      ? []
      : [
          `resource "keycloak_openid_client_service_account_realm_role" "realm" {
  for_each                = ${listOf(realmRoles)}
  realm_id                = data.keycloak_realm.realm.id
  service_account_user_id = data.keycloak_openid_client_service_account_user.account.id
  role                    = each.value
}`,
          ...(isScoped ? scopeOf("realm", realmRoles) : []),
        ]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The resources that add roles to the client's scope. */
function scopeOf(container: "admin" | "realm", names: readonly string[]): readonly string[] {
  const owner = container === "admin" ? "\n  client_id = data.keycloak_openid_client.admin.id" : "";
  return [
    `data "keycloak_role" "${container}" {
  for_each  = ${listOf(names)}
  realm_id  = data.keycloak_realm.realm.id${owner}
  name      = each.value
}`,
    `resource "keycloak_generic_role_mapper" "${container}" {
  for_each  = ${listOf(names)}
  realm_id  = data.keycloak_realm.realm.id
  client_id = data.keycloak_openid_client.client.id
  role_id   = data.keycloak_role.${container}[each.value].id
}`,
  ];
}
