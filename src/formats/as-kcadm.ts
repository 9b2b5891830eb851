import { accountName } from "../access/survey/survey.ts";
import type { HandedClientScope, Handover } from "./handover.ts";
import { quoteForShell } from "./quote-for-shell.ts";

/**
 * Commands for the admin CLI of the server, in the shell of its `bin` folder, after `kcadm.sh
 * config credentials`. A second run changes nothing.
 *
 * @see [Admin CLI](https://www.keycloak.org/docs/latest/server_admin/#admin-cli)
 */
export function asKcadm(handover: Handover): string {
  const { serverUrl, realm, clientId, adminClientId, adminRoles, realmRoles, isScoped } = handover;
  // kcadm puts the name into addresses unchanged.
  const inRealm = `-r ${quoteForShell(encodeURIComponent(realm))}`;
  const account = `--uusername ${quoteForShell(accountName(clientId))}`;
  const roleFlags = (names: readonly string[]) =>
    names.map((name) => `--rolename ${quoteForShell(name)}`).join(" ");
  const findClient = (name: string) =>
    `$(./kcadm.sh get clients ${inRealm} -q ${quoteForShell(`clientId=${name}`)} --fields id --format csv --noquotes)`;
  // A client's roles are put into scope by their names alone, which saves a start of Java for each (contract case).
  const ofAdmin = quoteForShell(JSON.stringify(adminRoles.map((name) => ({ name }))));
  const ofRealm = realmRoles.map(
    (name) =>
      `$(./kcadm.sh get ${quoteForShell(`roles/${encodeURIComponent(name)}`)} ${inRealm} --fields id,name)`,
  );
  const mappings = [
    ...(adminRoles.length === 0
      ? []
      : [
          `./kcadm.sh add-roles ${inRealm} ${account} --cclientid ${quoteForShell(adminClientId)} ${roleFlags(adminRoles)}`,
        ]),
    ...(realmRoles.length === 0
      ? []
      : [`./kcadm.sh add-roles ${inRealm} ${account} ${roleFlags(realmRoles)}`]),
  ];
  const { adminClientScope } = handover;
  const scope = [
    "# The client's scope, since full scope is off.",
    ...(adminRoles.length === 0
      ? []
      : [
          `ADMIN=${findClient(adminClientId)}`,
          `./kcadm.sh create "clients/$CLIENT/scope-mappings/clients/$ADMIN" ${inRealm} -b ${ofAdmin}`,
        ]),
    ...(ofRealm.length === 0
      ? []
      : [
          `./kcadm.sh create "clients/$CLIENT/scope-mappings/realm" ${inRealm} -b "[${ofRealm.join(",")}]"`,
        ]),
  ];
  return `${[
    "# Sign in first, as an administrator who may give these roles:",
    `#   ./kcadm.sh config credentials --server ${quoteForComment(serverUrl)} --realm master --user admin`,
    ...mappings,
    ...(isScoped || adminClientScope !== undefined ? [`CLIENT=${findClient(clientId)}`] : []),
    ...(isScoped ? scope : []),
    ...(adminClientScope === undefined ? [] : addClientScope(adminClientScope, inRealm)),
  ].join("\n")}\n`;
}

/** Adds a default client scope where the realm has it. */
const addClientScope = ({ name }: HandedClientScope, inRealm: string) => [
  "# The Admin API requires this client scope from Keycloak 26.8.2 on. A realm without it needs none. If the client",
  "# has it as an optional client scope, Keycloak keeps it so: remove it there first.",
  `SCOPE=$(./kcadm.sh get client-scopes ${inRealm} --fields id,name --format csv --noquotes | sed -n ${quoteForShell(`s/,${name}$//p`)})`,
  `if [ -n "$SCOPE" ]; then ./kcadm.sh update "clients/$CLIENT/default-client-scopes/$SCOPE" ${inRealm} --no-merge --body '{}'; fi`,
];

/** A comment ends with its line. */
const quoteForComment = (text: string) => quoteForShell(text).replaceAll(/[\r\n]/g, " ");
