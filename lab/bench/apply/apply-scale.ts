/** How large a realm is in which roles are given to programs. */
export interface ApplyScale {
  readonly name: string;
  /** Clients beside the programs. */
  readonly clients: number;
  readonly rolesPerClient: number;
  /** Roles of one client more. */
  readonly rolesInOneClient: number;
  /** Roles of these clients that each program holds before. */
  readonly mappings: number;
}

export const applyScales = [
  { name: "apply-small", clients: 5, rolesPerClient: 2, rolesInOneClient: 0, mappings: 2 },
  {
    ...{ name: "apply-large", clients: 1_000, rolesPerClient: 10 },
    ...{ rolesInOneClient: 2_000, mappings: 500 },
  },
] as const satisfies readonly ApplyScale[];
