import { expect, test } from "vitest";
import { presets } from "../../../src/catalog/presets.ts";

test("preset ids are unique and permanent, and each keeps its roles", () => {
  expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
  const lines = presets.map(({ id, roles }) => `${id}: ${roles.map(({ name }) => name).join(" ")}`);
  expect(lines).toMatchInlineSnapshot(`
    [
      "user-lookup: view-users query-users",
      "user-management: manage-users",
      "user-management-with-realm-roles: manage-users view-realm",
      "access-review: view-users view-realm",
      "access-review-with-client-roles: view-users view-realm view-clients",
      "usage-statistics: view-realm query-users",
      "support-impersonation: impersonation view-users",
      "organization-management: view-organizations manage-organizations view-users query-users",
      "organization-lookup: view-organizations",
      "organization-and-member-lookup: view-organizations view-users",
      "organization-onboarding: manage-organizations",
      "organization-membership: manage-organizations manage-users",
      "organization-single-sign-on: manage-organizations manage-identity-providers",
      "tenant-onboarding: manage-organizations manage-users manage-identity-providers",
      "organization-creation: create-organization",
      "client-and-secret-reader: view-clients",
      "client-registration: create-client",
      "client-management: manage-clients",
      "authorization-policies: manage-authorization",
      "identity-provider-lookup: view-identity-providers",
      "identity-provider-management: manage-identity-providers",
      "realm-settings-reader: view-realm",
      "realm-configuration: manage-realm manage-clients manage-identity-providers",
      "realm-as-code: manage-realm manage-clients manage-identity-providers manage-users",
      "realm-export: manage-realm view-clients query-groups",
      "full-administration: realm-admin",
      "realm-creation: create-realm",
      "event-reader: view-events",
      "event-reader-with-user-names: view-events view-users",
      "event-administration: manage-events",
    ]
  `);
});
