import { Scalar } from "yaml";
import type { HandedClientScope, Handover } from "./handover.ts";
import { printableYaml } from "./printable-yaml.ts";

/**
 * A text in which Ansible replaces nothing: possible templates are marked as data.
 *
 * @see [Unsafe or raw strings](https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_advanced_syntax.html)
 */
function plain(text: string): string | Scalar {
  if (!/\{[{%#]/.test(text)) return text;
  const scalar = new Scalar(text);
  scalar.tag = "!unsafe";
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

/**
 * A name that the modules put into addresses unchanged: `&` or `#` would change the request. Names
 * of roles are compared instead.
 *
 * @see [keycloak.py](https://github.com/ansible-collections/community.general/blob/main/plugins/module_utils/identity/keycloak/keycloak.py)
 */
const inAddress = encodeURIComponent;

const environment = (name: string) => `{{ lookup('ansible.builtin.env', '${name}') }}`;

const mapper = "community.general.keycloak_user_rolemapping";
const scoper = "community.general.keycloak_client_rolescope";

/** What to do without the module for scope mappings. */
const withoutScoper = `# The tasks for the scope take community.general 8.6.0 or newer. With an older one, remove them, and add the
# roles to the client's scope by the export for kcadm.sh or curl.
`;

/** No module adds one default client scope to those that a client has. */
const withoutClientScope = ({ name }: HandedClientScope) =>
  `# The Admin API requires the client scope ${name} from Keycloak 26.8.2 on, which this playbook doesn't add. Where the
# realm has it, add it to the client's default client scopes by the export for kcadm.sh or curl.
`;

/**
 * A playbook with modules of `community.general`. The administrator's name and password are read from
 * the environment variables `KEYCLOAK_ADMIN` and `KEYCLOAK_ADMIN_PASSWORD`.
 *
 * @see [keycloak_user_rolemapping](https://docs.ansible.com/ansible/latest/collections/community/general/keycloak_user_rolemapping_module.html)
 * @see [keycloak_client_rolescope](https://docs.ansible.com/ansible/latest/collections/community/general/keycloak_client_rolescope_module.html)
 */
export function asAnsible(handover: Handover): string {
  const { serverUrl, realm, clientId, adminClientId, adminRoles, realmRoles, isScoped } = handover;
  // The same for each module; by its name, since the group of all of them takes community.general 10.3.
  const defaults = {
    auth_keycloak_url: plain(serverUrl),
    auth_realm: "master",
    auth_client_id: "admin-cli",
    auth_username: environment("KEYCLOAK_ADMIN"),
    auth_password: environment("KEYCLOAK_ADMIN_PASSWORD"),
    realm: inAddress(realm),
    state: "present",
  };
  const task = (name: string, module: string, options: object) => ({ name, [module]: options });
  const owners = [
    { names: adminRoles, owner: { client_id: inAddress(adminClientId) }, of: "admin roles" },
    { names: realmRoles, owner: {}, of: "realm roles" },
  ].filter(({ names }) => names.length > 0);
  const mappings = owners.map(({ names, owner, of }) =>
    task(`Assign ${of} to the service account`, mapper, {
      ...owner,
      service_account_user_client_id: inAddress(clientId),
      roles: names.map((name) => ({ name: plain(name) })),
    }),
  );
  const scopes = owners.map(({ names, owner, of }) =>
    task(`Add ${of} to the client's scope`, scoper, {
      client_id: inAddress(clientId),
      ...("client_id" in owner ? { client_scope_id: owner.client_id } : {}),
      role_names: names.map(plain),
    }),
  );
  const modules = isScoped ? [mapper, scoper] : [mapper];
  const play = {
    name: "Admin roles of a service account",
    hosts: "localhost",
    gather_facts: false,
    module_defaults: Object.fromEntries(modules.map((module) => [module, defaults])),
    tasks: [...mappings, ...(isScoped ? scopes : [])],
  };
  const { adminClientScope } = handover;
  const notes = `${isScoped ? withoutScoper : ""}${adminClientScope === undefined ? "" : withoutClientScope(adminClientScope)}`;
  return `---\n${notes}${printableYaml([play])}`;
}
