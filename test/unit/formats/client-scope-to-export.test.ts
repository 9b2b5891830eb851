import { expect, test } from "vitest";
import { asCurl } from "../../../src/formats/as-curl.ts";
import { asKcadm } from "../../../src/formats/as-kcadm.ts";
import { asTerraform } from "../../../src/formats/as-terraform.ts";
import { exportFormats } from "../../../src/formats/export-formats.ts";
import { clientScopeToExport } from "../../../src/formats/roles-to-export.ts";
import { makeSnapshot } from "../access/make-snapshot.ts";
import { userLookup } from "./any-handover.ts";

const scope = { id: "scope-id", name: "kc-admin-api" };
const client = { defaultClientScopes: new Set(["roles", "basic"]) };
const withScope = (adminClientScope: ReturnType<typeof makeSnapshot>["adminClientScope"]) => ({
  ...makeSnapshot({ client }),
  adminClientScope,
});

test.each([
  ["26.7.3", undefined],
  ["26.8", { isThere: false }],
  ["26.8.2", { isThere: true }],
  [undefined, { isThere: false }],
])("without a client that was read, the version %s decides", (version, expected) => {
  const found = clientScopeToExport(version);
  expect(found && { isThere: found.isThere }).toEqual(expected);
  expect(found?.others).toBeUndefined();
});

test("what was read of the realm counts more than the version", () => {
  expect(clientScopeToExport("26.7.3", withScope(scope))).toEqual({
    ...{ name: "kc-admin-api", isThere: true, others: ["basic", "roles"] },
  });
  expect(clientScopeToExport("26.8.2", withScope(undefined))).toBeUndefined();
  expect(clientScopeToExport("26.7.3", withScope("notKnown"))).toBeUndefined();
  expect(clientScopeToExport(undefined, withScope("notKnown"))?.isThere).toBe(false);
});

test("formats that run commands add it where the realm has it, and no format names it where none is asked for", () => {
  const adminClientScope = clientScopeToExport(undefined);
  for (const write of [asKcadm, asCurl]) {
    const text = write({ ...userLookup, adminClientScope });
    expect(text).toContain("default-client-scopes/$SCOPE");
    expect(text).toContain('if [ -n "$SCOPE" ]');
  }
  for (const { write } of exportFormats) expect(write(userLookup)).not.toContain("kc-admin-api");
});

test("Terraform keeps the other default client scopes, and leaves the resource to the reader where they aren't known", () => {
  const known = clientScopeToExport("26.8.2", withScope(scope));
  const resource = 'resource "keycloak_openid_client_default_scopes"';
  const text = asTerraform({ ...userLookup, adminClientScope: known });
  expect(text).toContain(`\n${resource}`);
  expect(text).toContain('toset(["basic", "roles", "kc-admin-api"])');
  const open = asTerraform({ ...userLookup, adminClientScope: clientScopeToExport("26.8.2") });
  expect(open).toContain(`\n# ${resource}`);
  expect(open).not.toContain(`\n${resource}`);
});
