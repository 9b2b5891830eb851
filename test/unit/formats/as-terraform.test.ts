// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are HCL's templates.
import { parse } from "@cdktf/hcl2json";
import fc from "fast-check";
import { expect, test } from "vitest";
import { asTerraform } from "../../../src/formats/as-terraform.ts";
import { hclLabel, quoteForHcl } from "../../../src/formats/hcl.ts";
import { anyHandover, userLookup } from "./any-handover.ts";

test("roles are assigned and put into the scope, by resources with the names of the client and the preset", async () => {
  const handover = { ...userLookup, presetIds: ["user-lookup"] };
  const { data, locals, resource, ...others } = await parse("preset.tf", asTerraform(handover));
  expect(others).toEqual({});
  expect(locals[0]["Billing_user-lookup"]).toEqual({
    realm_id: "demo",
    admin_roles: '${toset(["query-users", "view-users"])}',
  });
  expect(resource).toEqual({
    keycloak_openid_client_service_account_role: {
      "Billing_user-lookup_admin": [
        {
          for_each: "${local.Billing_user-lookup.admin_roles}",
          realm_id: "${local.Billing_user-lookup.realm_id}",
          service_account_user_id:
            "${data.keycloak_openid_client.Billing_user-lookup.service_account_user_id}",
          client_id: "${data.keycloak_openid_client.Billing_user-lookup_admin.id}",
          role: "${each.value}",
        },
      ],
    },
    keycloak_generic_role_mapper: {
      "Billing_user-lookup_admin": [
        {
          for_each: "${local.Billing_user-lookup.admin_roles}",
          realm_id: "${local.Billing_user-lookup.realm_id}",
          client_id: "${data.keycloak_openid_client.Billing_user-lookup.id}",
          role_id: "${data.keycloak_role.Billing_user-lookup_admin[each.value].id}",
        },
      ],
    },
  });
  expect(data.keycloak_openid_client["Billing_user-lookup"][0].client_id).toBe("Billing");
});

test("a client that the module manages is referred to, and not looked up", async () => {
  const text = asTerraform(userLookup, { clientResource: "keycloak_openid_client.billing" });
  const { data, resource } = await parse("preset.tf", text);
  expect(Object.keys(data.keycloak_openid_client)).toEqual(["Billing_admin"]);
  expect(
    resource.keycloak_openid_client_service_account_role.Billing_admin[0].service_account_user_id,
  ).toBe("${keycloak_openid_client.billing.service_account_user_id}");
});

test("what is assigned already is imported", async () => {
  const mapped = { adminRoles: ["view-users", "view-events"], realmRoles: [] };
  const inScope = { adminRoles: ["query-users"], realmRoles: [] };
  const text = asTerraform({ ...userLookup, assigned: { mapped, inScope } });
  const client = "data.keycloak_openid_client.Billing";
  const role = "${data.keycloak_role.Billing_admin[each.value].id}";
  expect((await parse("preset.tf", text))["import"]).toEqual([
    {
      for_each: '${toset(["view-users"])}',
      to: "${keycloak_openid_client_service_account_role.Billing_admin[each.value]}",
      id: `\${local.Billing.realm_id}/\${${client}.service_account_user_id}/\${${client}_admin.id}/${role}`,
    },
    {
      for_each: '${toset(["query-users"])}',
      to: "${keycloak_generic_role_mapper.Billing_admin[each.value]}",
      id: `\${local.Billing.realm_id}/client/\${${client}.id}/scope-mappings/\${${client}_admin.id}/${role}`,
    },
  ]);
});

test("a module of its own has its provider", async () => {
  const { terraform, provider } = await parse(
    "preset.tf",
    asTerraform(userLookup, { isStandalone: true }),
  );
  expect(terraform[0].required_providers).toEqual([{ keycloak: { source: "keycloak/keycloak" } }]);
  expect(provider.keycloak).toEqual([{ client_id: "admin-cli", url: "https://kc.example.org" }]);
});

test("two names never become one label", () => {
  expect(["a b", "a_b", "a.b", "1a", "ä"].map(hclLabel)).toEqual([
    ...["a_20_b", "a_b", "a_2e_b", "_1a", "_e4_"],
  ]);
});

test("with full scope nothing is put into the scope", async () => {
  const { resource } = await parse("preset.tf", asTerraform({ ...userLookup, isScoped: false }));
  expect(Object.keys(resource)).toEqual(["keycloak_openid_client_service_account_role"]);
});

test("whatever names contain, HCL reads them back and replaces nothing", async () => {
  await fc.assert(
    fc.asyncProperty(anyHandover, async (handover) => {
      const { data, locals } = await parse("preset.tf", asTerraform(handover));
      // The parser leaves what stands for a sign as it is written.
      const read = (text: string) => text.replaceAll("$${", "${").replaceAll("%%{", "%{");
      const label = hclLabel(handover.clientId);
      expect(decodeURIComponent(locals[0][label].realm_id)).toBe(handover.realm);
      expect(read(data.keycloak_openid_client[label][0].client_id)).toBe(handover.clientId);
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
  ["keycloak_openid_client", { realm_id: "required", client_id: "required" }],
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
