import type { ExportedGroup } from "./realm-export.ts";

/** The groups that a path leads through: a member inherits the roles of all of them. */
export function groupsOnPath(
  path: string,
  groups: readonly ExportedGroup[],
  parent = "",
): readonly ExportedGroup[] {
  // Keycloak accepts paths without the slashes at their ends too.
  const wholePath = `/${path.replace(/^\/|\/$/g, "")}`;
  return groups.flatMap((group) => {
    // A slash in a name is written with a tilde before it.
    const own = `${parent}/${group.name.replaceAll("/", "~/")}`;
    const isOn = wholePath === own || wholePath.startsWith(`${own}/`);
    return isOn ? [group, ...groupsOnPath(path, group.subGroups, own)] : [];
  });
}
