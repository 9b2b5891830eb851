import { stringify } from "yaml";
import { lookupClients } from "../cases/access-cases.ts";
import { reader } from "../cases/make-case-realms.ts";

/** Roles that User lookup assigns, and the one that they include. */
const lookupRoles = ["view-users", "query-users", "query-groups"];
/** Composite roles that Keycloak makes itself. */
const builtInComposites = ["admin", "realm-admin", "view-users", "view-clients"];
const accountName = (clientId: string) => `service-account-${clientId}`;
const readerAccount = accountName(reader);

/** All auditors run, except the one that asks GitHub for the newest Keycloak: that would compare networks. */
const auditors = [{ auditor: "KeycloakVersionShouldBeUpToDate", allowed: [".*"] }];

/** kcwarden without monitors, as it is before anyone configures it. */
export const plainConfig = (): string => stringify({ auditors, monitors: [] });

/**
 * The policy of the cases for kcwarden, by the monitors that its documentation recommends for comprehensive coverage of
 * a role: no admin role for any account, group, composite role or client, except User lookup where it is allowed, and what
 * `presets report` signs in with.
 *
 * @param roleClients the clients of the realm whose roles administer a realm
 */
export function kcwardenConfig(realm: string, roleClients: readonly string[]): string {
  const rootRoles = realm === "master" ? [{ role: "(admin|create-realm)+", client: "realm" }] : [];
  const all = [...roleClients.map((client) => ({ role: ".*", client })), ...rootRoles];
  const but = `^(?!(${lookupRoles.join("|")})$).*`;
  const ofAccounts = [
    ...roleClients.flatMap((client) => [
      { role: but, client, allowed: [readerAccount] },
      ...lookupRoles.map((role) => ({
        ...{ role, client, allowed: [...lookupClients.map(accountName), readerAccount] },
      })),
    ]),
    ...rootRoles.map((it) => ({ ...it, allowed: [] })),
  ];
  const entry = ({ role, client }: { role: string; client: string }, allowed: string[]) => ({
    ...{ role, "role-client": client, allowed, severity: "High" },
  });
  const subject = {
    ...{ "protocol-mapper-type": ".*", "matched-config": { "claim.name": "sub" } },
    ...{ allowed: [], severity: "High" },
  };
  return stringify({
    auditors,
    monitors: [
      {
        monitor: "ServiceAccountWithSensitiveRole",
        config: ofAccounts.map((it) => entry(it, it.allowed)),
      },
      { monitor: "GroupWithSensitiveRole", config: all.map((it) => entry(it, [])) },
      {
        monitor: "RoleWithSensitiveAssociatedRole",
        config: all.map((it) => entry(it, builtInComposites)),
      },
      {
        monitor: "ClientWithSensitiveRole",
        config: all.map((it) => ({ ...entry(it, []), ignore_full_scope_allowed: true })),
      },
      { monitor: "ProtocolMapperWithConfig", config: [subject] },
      { monitor: "ProtocolMapperWithConfigOnClientScope", config: [subject] },
    ],
  });
}
