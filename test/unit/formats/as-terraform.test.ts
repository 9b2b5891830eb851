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

test("whatever names hold, HCL reads them back and replaces nothing", async () => {
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

test("a template of another is no template here", () => {
  expect(quoteForHcl('a"${b}%{c}\\\n')).toBe('"a\\"$${b}%%{c}\\\\\\n"');
});
