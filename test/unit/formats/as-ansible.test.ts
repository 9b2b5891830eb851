import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDocument, type Scalar, visit } from "yaml";
import { asAnsible } from "../../../src/formats/as-ansible.ts";
import { asOperatorImport } from "../../../src/formats/as-operator-import.ts";
import { asRealmJson, realmPart } from "../../../src/formats/as-realm-json.ts";
import { anyHandover, userLookup } from "./any-handover.ts";

const unsafe = { tag: "!unsafe", resolve: (text: string) => text };
const readYaml = (text: string) => parseDocument(text, { customTags: [unsafe] });

test("a playbook maps the roles and puts them into the scope, each as its module wants it", () => {
  const [play] = readYaml(asAnsible(userLookup)).toJS();
  const defaults = { auth_keycloak_url: "https://kc.example.org", realm: "demo", state: "present" };
  expect(play).toMatchObject({
    hosts: "localhost",
    gather_facts: false,
    module_defaults: {
      "community.general.keycloak_user_rolemapping": defaults,
      "community.general.keycloak_client_rolescope": defaults,
    },
  });
  expect(play.tasks).toMatchObject([
    {
      "community.general.keycloak_user_rolemapping": {
        client_id: "realm-management",
        service_account_user_client_id: "Billing",
        roles: [{ name: "query-users" }, { name: "view-users" }],
      },
    },
    {
      "community.general.keycloak_client_rolescope": {
        client_id: "Billing",
        client_scope_id: "realm-management",
        role_names: ["query-users", "view-users"],
      },
    },
  ]);
});

test("names are read back unchanged, and what Ansible would replace is marked as data", () => {
  fc.assert(
    fc.property(anyHandover, (handover) => {
      const document = readYaml(asAnsible(handover));
      const [{ tasks, module_defaults }] = document.toJS();
      const mapper = "community.general.keycloak_user_rolemapping";
      const options = { ...module_defaults[mapper], ...tasks[0][mapper] };
      // The modules put both into their addresses as they are given.
      expect(decodeURIComponent(options.realm)).toBe(handover.realm);
      expect(decodeURIComponent(options.service_account_user_client_id)).toBe(handover.clientId);
      expect(options.realm + options.service_account_user_client_id).not.toMatch(/[?&#/\s]/);
      const names = options.roles.map(({ name }: { name: string }) => name);
      expect(names).toEqual(handover.adminRoles);
      visit(document, {
        Scalar: (_, { value, tag }: Scalar) => {
          const isTemplate = typeof value === "string" && /\{[{%#]/.test(value);
          // Only what reads the environment is a template.
          if (isTemplate && !value.includes("lookup('ansible.builtin.env'")) {
            expect(tag).toBe("!unsafe");
          }
        },
      });
    }),
  );
});

test("realm JSON and the operator's resource contain the same users and scope mappings", () => {
  fc.assert(
    fc.property(anyHandover, (handover) => {
      const part = JSON.parse(JSON.stringify(realmPart(handover)));
      expect(JSON.parse(asRealmJson(handover))).toEqual({ realm: handover.realm, ...part });
      const { spec } = readYaml(asOperatorImport(handover)).toJS();
      expect(spec.realm).toEqual({ realm: handover.realm, enabled: true, ...part });
    }),
  );
});

test("the account's name is that of the client in lower case", () => {
  expect(realmPart(userLookup)).toEqual({
    users: [
      {
        username: "service-account-billing",
        enabled: true,
        serviceAccountClientId: "Billing",
        clientRoles: { "realm-management": ["query-users", "view-users"] },
      },
    ],
    clientScopeMappings: {
      "realm-management": [{ client: "Billing", roles: ["query-users", "view-users"] }],
    },
  });
});

test.each([
  [undefined, "v2beta1"],
  ["26.7.3", "v2beta1"],
  ["26.6", "v2beta1"],
  ["26.5.6", "v2alpha1"],
  ["26.0", "v2alpha1"],
])("the operator's resource for Keycloak %s is %s", (keycloak, version) => {
  const { apiVersion } = readYaml(asOperatorImport({ ...userLookup, keycloak })).toJS();
  expect(apiVersion).toBe(`k8s.keycloak.org/${version}`);
});

test("each export has a resource of its own name, as Kubernetes wants names", () => {
  const nameOf = (clientId: string, ...presetIds: readonly string[]) =>
    readYaml(asOperatorImport({ ...userLookup, clientId, presetIds })).toJS().metadata.name;
  expect(nameOf("Billing", "user-lookup")).toBe("billing-user-lookup");
  expect(nameOf("a.b/c_")).toBe("a-b-c");
  expect(nameOf("ä")).toBe("service-account");
  expect(nameOf("x".repeat(70))).toHaveLength(63);
});
