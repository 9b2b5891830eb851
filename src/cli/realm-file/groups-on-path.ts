import type { ExportedGroup } from "./realm-export.ts";

/** The groups of an export by the group that they are below; undefined for those at the top. */
type GroupTree = ReadonlyMap<ExportedGroup | undefined, readonly ExportedGroup[]>;

function treeOf(groups: readonly ExportedGroup[]): GroupTree {
  const tree = new Map<ExportedGroup | undefined, ExportedGroup[]>();
  for (const group of groups) {
    const siblings = tree.get(group.parent);
    if (siblings === undefined) tree.set(group.parent, [group]);
    else siblings.push(group);
  }
  return tree;
}

/** The groups at the end of a path, in which names stand as `written` writes them. */
function atEnd(path: string, tree: GroupTree, written: (name: string) => string) {
  const found: ExportedGroup[] = [];
  const open: { parent: ExportedGroup | undefined; from: number }[] = [
    { parent: undefined, from: 0 },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const group of tree.get(next.parent) ?? []) {
      const name = written(group.name);
      if (!path.startsWith(name, next.from)) continue;
      const end = next.from + name.length;
      if (end === path.length) found.push(group);
      else if (path[end] === "/") open.push({ parent: group, from: end + 1 });
    }
  }
  return found;
}

/** A group and all that it is below, itself first: a member inherits the roles of all of them. */
export function withParents(group: ExportedGroup): readonly ExportedGroup[] {
  const all: ExportedGroup[] = [];
  for (let it: ExportedGroup | undefined = group; it !== undefined; it = it.parent) all.push(it);
  return all;
}

/**
 * Finds groups by their path. A server writes a slash in a name as it is, or with a tilde before it where
 * it was started so: which of them a path means isn't told by a file, so all that it may mean are found.
 *
 * @see [KeycloakModelUtils](https://github.com/keycloak/keycloak/blob/main/server-spi-private/src/main/java/org/keycloak/models/utils/KeycloakModelUtils.java),
 *   findGroupByPath
 */
export function groupFinder(
  groups: readonly ExportedGroup[],
): (path: string) => readonly ExportedGroup[] {
  const tree = treeOf(groups);
  const known = new Map<string, readonly ExportedGroup[]>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    // Keycloak accepts paths without the slashes at their ends too.
    const inner = path.replace(/^\/|\/$/g, "");
    const found = new Set([
      ...atEnd(inner, tree, (name) => name),
      ...atEnd(inner, tree, (name) => name.replaceAll("/", "~/")),
    ]);
    known.set(path, [...found]);
    return [...found];
  };
}
