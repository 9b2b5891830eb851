import type { RoleReference } from "../../catalog/presets/presets.ts";

/** What a plan leaves, and why. */
interface Left {
  readonly untouched: readonly { readonly role: RoleReference; readonly why: string }[];
}

/** Roles that a plan would unassign if the administrator might. */
export function keptIn({ untouched }: Left): readonly RoleReference[] {
  return untouched.filter(({ why }) => why === "notRemovable").map(({ role }) => role);
}
