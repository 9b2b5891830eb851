import type {
  MeasuredCall,
  MeasuredMatrix,
  UnmeasuredCall,
  Verdict,
} from "../../../src/catalog/measured/measured-matrix.ts";

/** What some roles alone make of a call; the others are refused. */
interface SampleVerdicts {
  readonly allowed?: readonly string[];
  readonly filtered?: readonly string[];
  readonly unknown?: readonly string[];
  readonly combinations?: readonly (readonly string[])[];
}

/** A call as "METHOD /path", and its verdicts. */
export type SampleCall = readonly [call: string, verdicts: SampleVerdicts];

const belowRealmAdmin = [
  ...["query-users", "query-groups", "view-users", "manage-users", "impersonation"],
  ...["query-clients", "view-clients", "manage-clients", "view-realm", "manage-realm"],
];

export const sampleRoles: readonly string[] = [...belowRealmAdmin, "realm-admin"].sort();

const sampleIncludes: ReadonlyMap<string, readonly string[]> = new Map([
  ["view-users", ["query-users", "query-groups"]],
  ["view-clients", ["query-clients"]],
  ["realm-admin", belowRealmAdmin],
]);

const usersReaders = ["view-users", "manage-users"];

const sampleCalls: readonly SampleCall[] = [
  ["GET /users", { allowed: usersReaders, filtered: ["query-users"] }],
  ["POST /users", { allowed: ["manage-users"] }],
  ["GET /users/count", { allowed: [...usersReaders, "query-users"] }],
  ["GET /users/profile", { allowed: ["view-realm", "manage-realm", ...usersReaders] }],
  ["GET /users/{user-id}", { allowed: usersReaders }],
  ["PUT /users/{user-id}", { allowed: ["manage-users"] }],
  ["DELETE /users/{user-id}", { allowed: ["manage-users"] }],
  ["PUT /users/{user-id}/reset-password", { allowed: ["manage-users"] }],
  ["PUT /users/{user-id}/reset-password-email", { allowed: ["manage-users"] }],
  ["POST /users/{user-id}/impersonation", { combinations: [["impersonation", "view-users"]] }],
  ["GET /groups", { allowed: [...usersReaders, "query-groups"] }],
  ["GET /groups/count", { allowed: [...usersReaders, "query-groups"] }],
  ["GET /group-by-path/{path}", { allowed: usersReaders }],
  ["GET /clients", { allowed: ["view-clients", "manage-clients"], filtered: ["query-clients"] }],
  ["GET /clients/{client-uuid}/client-secret", { allowed: ["view-clients", "manage-clients"] }],
  ["GET /client-policies/policies", { allowed: ["view-realm", "manage-realm"] }],
  ["GET /roles", { allowed: ["view-realm", "manage-realm"] }],
  ["POST /testSMTPConnection", { allowed: ["manage-realm"] }],
  ["GET /admin/realms/{realm}", { allowed: ["view-realm", "manage-realm"] }],
  ["DELETE /admin/realms/{realm}", {}],
  ["GET /broken", { unknown: sampleRoles }],
];

const names = new Map([
  ["GET/users", "List or search users"],
  ["POST/users", "Create a user"],
  ["GET/users/count", "Count users"],
  ["PUT/users/{}/reset-password", "Reset a user's password"],
  ["PUT/users/{}/reset-password-email", "E-mail a user a password reset link (deprecated)"],
  ["GET/groups", "List or search groups"],
  ["GET/client-policies/policies", "List client policies"],
  ["GET/clients/{}/client-secret", "Get a client's secret"],
  ["POST/testSMTPConnection", "Test the connection to a mail server"],
]);

/** Names of some of the sample's calls. */
export const sampleNameOf = (key: string): string | undefined => names.get(key);

function verdictFor(role: string, verdicts: SampleVerdicts): Verdict {
  if (verdicts.unknown?.includes(role)) return "unknown";
  if (role === "realm-admin" || verdicts.allowed?.includes(role)) return "allowed";
  return verdicts.filtered?.includes(role) ? "filtered" : "denied";
}

/** A small measurement, made by hand; realm-admin may do everything that is known. */
export function sampleMatrix(
  calls: readonly SampleCall[] = sampleCalls,
  notCalled: readonly UnmeasuredCall[] = [],
): MeasuredMatrix {
  return {
    version: "26.7.3",
    measuredOn: "2026-11-24",
    roles: sampleRoles,
    masterRoles: [],
    includes: sampleIncludes,
    calls: calls.map(([call, verdicts]) => {
      const [method = "", path = ""] = call.split(" ");
      return {
        method,
        path,
        verdicts: new Map(sampleRoles.map((role) => [role, verdictFor(role, verdicts)])),
        combinations: verdicts.combinations ?? [],
      };
    }),
    notCalled,
  };
}

/** The measured calls of these names, "METHOD /path". */
export function callsOf(matrix: MeasuredMatrix, ...wanted: readonly string[]): MeasuredCall[] {
  return wanted.map((name) => {
    const call = matrix.calls.find(({ method, path }) => `${method} ${path}` === name);
    if (call === undefined) throw new Error(`The sample has no ${name}.`);
    return call;
  });
}
