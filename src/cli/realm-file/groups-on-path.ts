import type { ExportedGroup } from "./realm-export.ts";

/** The groups of an export by their parent; undefined for top-level groups. */
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

/** The groups at the end of a path, with names as written by `written`. */
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

/** A group and its parents, itself first: a member inherits the roles of all of them. */
export function withParents(group: ExportedGroup): readonly ExportedGroup[] {
  const all: ExportedGroup[] = [];
  for (let it: ExportedGroup | undefined = group; it !== undefined; it = it.parent) all.push(it);
  return all;
}

/**
 * Finds groups by their path. A server writes a slash in a name unchanged or, with a start option,
 * with a preceding tilde. A file doesn't say which, so all possible groups are found.
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
    // Keycloak also accepts paths without leading and trailing slashes.
    const inner = path.replace(/^\/|\/$/g, "");
    const found = new Set([
      ...atEnd(inner, tree, (name) => name),
      ...atEnd(inner, tree, (name) => name.replaceAll("/", "~/")),
    ]);
    known.set(path, [...found]);
    return [...found];
  };
}
