import type { RoleReference } from "../../catalog/presets/presets.ts";
import { outermostRoles } from "./resolve-roles.ts";
import { type RoleKey, roleKey } from "./snapshot.ts";

/** Something that gives roles to those who have it. */
interface Giving {
  readonly gives: ReadonlySet<RoleKey>;
}

/** Roles that are held and not assigned, told by what gives them. */
export interface RolesBySource<Source> {
  /** Each source that gives some of them, and the outermost of those. */
  readonly given: readonly { readonly source: Source; readonly roles: readonly RoleReference[] }[];
  /** Those that no known source gives. */
  readonly unexplained: readonly RoleReference[];
}

/** Tells which of the sources give which of the roles; a source that gives none of them is left out. */
export function rolesBySource<Source extends Giving>(
  roles: readonly RoleReference[],
  sources: readonly Source[],
): RolesBySource<Source> {
  const given = sources
    .map((source) => ({
      source,
      roles: outermostRoles(roles.filter((role) => source.gives.has(roleKey(role)))),
    }))
    .filter(({ roles }) => roles.length > 0);
  const unexplained = roles.filter(
    (role) => !sources.some(({ gives }) => gives.has(roleKey(role))),
  );
  return { given, unexplained: outermostRoles(unexplained) };
}
