/** Why `check` may say what isn't so: it fails closed, and a file doesn't tell all that a server knows. */
import { clientIdOf } from "../document/add-program.ts";
import type { DocumentPlan, ProgramPlan } from "../document/factors.ts";
import type { Power } from "../oracle/power.ts";
import type { Findings } from "./said.ts";

type Imported = Extract<Power, { readonly kind: "imported" }>;

/** Beginnings of what `check` prints where it refuses a document, and what they mean. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [/could give access/, "a field that Keycloak doesn't have can't be evaluated"],
  [/matters here/, "a placeholder without a value can't be evaluated"],
  [/Nothing to check/, "a file without service accounts passes only with --allow-empty"],
  [/isn't an export of a realm/, "a file without a realm can't be evaluated"],
];

/** Why a harmless document was refused; undefined where nothing explains it. */
export function explainRefusal(errors: string): string | undefined {
  return refusals.find(([pattern]) => pattern.test(errors))?.[1];
}

const programOf = (plan: DocumentPlan, clientId: string | null): ProgramPlan | undefined =>
  plan.programs.find((_, place) => clientIdOf(plan, place) === clientId);

const isByGroup = ({ way }: ProgramPlan) => way === "group" || way === "groupRealmRole";

/**
 * Why an account was said to hold more roles than it does; undefined where nothing explains it.
 *
 * @param more the roles that it doesn't hold
 * @param adminRoles the admin roles that this version of the server has
 */
export function explainRoles(
  plan: DocumentPlan,
  { accounts }: Imported,
  clientId: string | null,
  more: readonly string[],
  adminRoles: ReadonlySet<string>,
): string | undefined {
  if (!more.some((role) => adminRoles.has(role))) {
    return "roles of newer versions count, because a file doesn't say which version imports it";
  }
  const account = accounts.find((it) => it.clientId === clientId);
  if (account === undefined) {
    return "a user has the name of a client's account but isn't linked to the client";
  }
  const program = programOf(plan, clientId);
  if (plan.management !== "absent" && account.roles.includes("realm-admin")) {
    return "an admin role without its composites counts with those of stock Keycloak";
  }
  if (program?.way === "organizationGroup" && more.includes(program.power)) {
    return "roles of an organization's group count, although the server gives them to no member";
  }
  if (program !== undefined && isByGroup(program) && plan.groupNames === "ambiguous") {
    return "a path that matches two groups counts as both";
  }
  const isNew = program === undefined || program.account === "missing";
  if (isNew && plan.defaultRole === "nameTaken" && plan.everybody === "defaultRole") {
    return "a role with the usual name of the default role counts as the default role";
  }
  return undefined;
}

/** Why an account was said to have power beside its roles; undefined where nothing explains it. */
export function explainAlarm(
  plan: DocumentPlan,
  { clients }: Imported,
  { clientId, kind, because, verdict }: Findings["besideRoles"][number],
): string | undefined {
  if (verdict === "cannotTell") return `what isn't understood counts as not harmless: ${kind}`;
  const client = clients.find((it) => it.clientId === clientId);
  if (client === undefined || !client.isSignedIn) {
    return "a program that can't sign in now is reported as if it could";
  }
  const program = programOf(plan, clientId);
  const hasOwnScopes = plan.programs.some(({ way }) => /Scope|Template/.test(way));
  const isScopeFull = program?.scope === "full" && plan.clients !== "oauthClients";
  if (program?.way === "permissionByRole" && (!isScopeFull || hasOwnScopes)) {
    return "a policy that names a role counts even if the token lacks the role";
  }
  if (program?.way === "mapperOfOtherClient" && kind === "permissions") {
    return "a program that can put any client into azp is reported with the permissions of every client";
  }
  if (program?.way === "permissionByUser" && kind === "permissions") {
    return "a policy that names a user counts, although the server doesn't apply it to service accounts";
  }
  if (program?.way === "mapperOfAttribute" && program.account === "missing") {
    return "a mapper that writes sub counts even if the account lacks the attribute";
  }
  const maker = plan.programs[Number(/client scope acting as (\d)/.exec(because)?.[1])];
  const isScope = maker?.way === "mapperOfScope" || maker?.way === "mapperOfRealmScope";
  if (isScope && plan.programs.some(({ way }) => way === "mapperOfTemplate")) {
    return "client scopes count in addition to client templates, although the server ignores them";
  }
  return undefined;
}
