/** A mistake that the product must not make, put in on purpose: what stands in a file, and what stands there then. */
export interface SeededFault {
  readonly name: string;
  readonly file: string;
  /** Exactly as it stands in the file, once. */
  readonly text: string;
  readonly broken: string;
}

/** What `npm run test:states -- --seeded-faults` puts in, each in a copy of its own. */
export const seededFaults: readonly SeededFault[] = [
  {
    name: "Only assigned roles count as roles in effect",
    file: "src/keycloak/client/read-holdings.ts",
    text: "effective: keysOf(effective ?? []),",
    broken: "effective: keysOf(mapped ?? []),",
  },
  {
    name: "The client's scope is ignored",
    file: "src/access/model/held-admin-roles.ts",
    text: "effective.has(key) && (inScope === undefined || inScope.has(key));",
    broken: "effective.has(key) && (inScope === undefined || !inScope.has(key) || true);",
  },
];
