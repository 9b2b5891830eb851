/** Why `check` may say what isn't so: it fails closed, and a file doesn't tell all that a server knows. */
import type { DocumentPlan } from "../document/factors.ts";
import type { Power } from "../oracle/power.ts";
import type { Findings } from "./said.ts";

type Imported = Extract<Power, { readonly kind: "imported" }>;

/** Beginnings of what `check` prints where it refuses a document, and what they mean. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [/could carry power/, "a field that Keycloak doesn't have is not understood"],
  [/decides here/, "a placeholder without a value is not understood"],
  [/Nothing to check/, "a file without service accounts passes with --allow-empty alone"],
  [/is no export of a realm/, "a file without a realm can't be judged"],
];

/** Why a harmless document was refused; undefined where nothing explains it. */
export function explainRefusal(errors: string): string | undefined {
  return refusals.find(([pattern]) => pattern.test(errors))?.[1];
}

/** Why an account was said to hold more roles than it does. */
export function explainRoles(
  plan: DocumentPlan,
  { accounts }: Imported,
  clientId: string | null,
): string | undefined {
  const account = accounts.find((it) => it.clientId === clientId);
  if (account === undefined)
    return "a user is called like the account of a client, and is not linked";
  if (plan.groupNames === "ambiguous") return "a path that fits two groups counts as both";
  if (plan.management !== "absent" && account.roles.includes("realm-admin")) {
    return "an admin role that is listed without its parts counts with those that it ships with";
  }
  if (plan.defaultRole === "nameTaken") {
    return "a role with the usual name of the default role counts as the default role";
  }
  return undefined;
}

/** Why an account was said to have power beside its roles. */
export function explainAlarm(
  plan: DocumentPlan,
  { clients }: Imported,
  { clientId, kind, because, verdict }: Findings["besideRoles"][number],
): string | undefined {
  if (verdict === "cannotTell") return `what isn't understood is never harmless: ${kind}`;
  const client = clients.find((it) => it.clientId === clientId);
  if (client === undefined || !client.isSignedIn) {
    return "a program that can't sign in now is told as if it could";
  }
  const place = Number(/policy policy-(\d)$/.exec(because)?.[1] ?? clientId.split("-").at(-1));
  const program = plan.programs[Number.isNaN(place) ? 0 : place];
  if (program?.way === "permissionByRole" && program.scope !== "full") {
    return "a policy that names a role counts, also where the client's scope lacks the role";
  }
  if (program?.way === "mapperOfAttribute" && program.account === "missing") {
    return "a mapper that writes sub counts, also where the account lacks the attribute";
  }
  return undefined;
}
