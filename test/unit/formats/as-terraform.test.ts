// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are HCL's templates.
import { parse } from "@cdktf/hcl2json";
import fc from "fast-check";
import { expect, test } from "vitest";
import { asTerraform, quoteForHcl } from "../../../src/formats/as-terraform.ts";
import { anyHandover, userLookup } from "./any-handover.ts";

test("roles are mapped to the account and put into the scope, by resources of the provider", async () => {
  const { data, resource } = await parse("preset.tf", asTerraform(userLookup));
  expect(Object.keys(resource)).toEqual([
    "keycloak_generic_role_mapper",
    "keycloak_openid_client_service_account_role",
  ]);
  expect(resource.keycloak_openid_client_service_account_role.admin).toEqual([
    {
      for_each: '${toset(["query-users", "view-users"])}',
      realm_id: "${data.keycloak_realm.realm.id}",
      service_account_user_id: "${data.keycloak_openid_client_service_account_user.account.id}",
      client_id: "${data.keycloak_openid_client.admin.id}",
      role: "${each.value}",
    },
  ]);
  expect(resource.keycloak_generic_role_mapper.admin[0]).toMatchObject({
    client_id: "${data.keycloak_openid_client.client.id}",
    role_id: "${data.keycloak_role.admin[each.value].id}",
  });
  expect(data.keycloak_openid_client.client[0].client_id).toBe("Billing");
});

test("with full scope nothing is put into the scope", async () => {
  const { resource } = await parse("preset.tf", asTerraform({ ...userLookup, isScoped: false }));
  expect(Object.keys(resource)).toEqual(["keycloak_openid_client_service_account_role"]);
});

test("whatever names contain, HCL reads them back and replaces nothing", async () => {
  await fc.assert(
    fc.asyncProperty(anyHandover, async (handover) => {
      const { data } = await parse("preset.tf", asTerraform(handover));
      // The parser leaves what stands for a sign as it is written.
      const read = (text: string) => text.replaceAll("$${", "${").replaceAll("%%{", "%{");
      expect(read(data.keycloak_realm.realm[0].realm)).toBe(handover.realm);
      expect(read(data.keycloak_openid_client.client[0].client_id)).toBe(handover.clientId);
    }),
    { numRuns: 50 },
  );
});

test("another tool's template is not a template here", () => {
  expect(quoteForHcl('a"${b}%{c}\\\n')).toBe('"a\\"$${b}%%{c}\\\\\\n"');
  // As Terraform 1.11.4 reads it back.
  expect(quoteForHcl("$${a}$%{b}%%{c}%${d}")).toBe('"$$${a}$%%{b}%%%{c}%$${d}"');
});

/**
 * The arguments that the provider takes, and whether it asks for them.
 *
 * @see [The provider's schema, in its source](https://github.com/keycloak/terraform-provider-keycloak/tree/main/provider)
 */
const schema = new Map<string, Readonly<Record<string, "required" | "optional">>>([
  ["keycloak_realm", { realm: "required" }],
  ["keycloak_openid_client", { realm_id: "required", client_id: "required" }],
  ["keycloak_openid_client_service_account_user", { realm_id: "required", client_id: "required" }],
  ["keycloak_role", { realm_id: "required", client_id: "optional", name: "required" }],
  [
    "keycloak_openid_client_service_account_role",
    {
      realm_id: "required",
      service_account_user_id: "required",
      client_id: "required",
      role: "required",
    },
  ],
  [
    "keycloak_openid_client_service_account_realm_role",
    { realm_id: "required", service_account_user_id: "required", role: "required" },
  ],
  [
    "keycloak_generic_role_mapper",
    {
      realm_id: "required",
      client_id: "optional",
      client_scope_id: "optional",
      role_id: "required",
    },
  ],
]);

test("each resource has the arguments that the provider asks for, and no others", async () => {
  const handover = { ...userLookup, realmRoles: ["create-realm"] };
  const { data, resource } = await parse("preset.tf", asTerraform(handover));
  const kinds = [...Object.entries(data), ...Object.entries(resource)] as [
    string,
    Record<string, object[]>,
  ][];
  expect(new Set(kinds.map(([kind]) => kind))).toEqual(new Set(schema.keys()));
  for (const [kind, blocks] of kinds) {
    const known = Object.entries(schema.get(kind) ?? {});
    for (const [block] of Object.values(blocks)) {
      const given = Object.keys(block ?? {}).filter((name) => name !== "for_each");
      const names = known.map(([name]) => name);
      const required = known.filter(([, need]) => need === "required").map(([name]) => name);
      expect(names).toEqual(expect.arrayContaining(given));
      expect(given).toEqual(expect.arrayContaining(required));
    }
  }
});
