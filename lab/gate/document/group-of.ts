import type { DocumentPlan } from "./factors.ts";
import { type Given, type GroupPart, nothing } from "./parts.ts";

/**
 * Groups of which one holds roles, and a path to it. A server splits paths at each slash unless it was started
 * otherwise, and then takes the first group that fits.
 *
 * @param isAbove whether the group above it holds the roles
 * @see [KeycloakModelUtils](https://github.com/keycloak/keycloak/blob/main/server-spi-private/src/main/java/org/keycloak/models/utils/KeycloakModelUtils.java),
 *   getGroupModel
 */
export function groupOf(
  style: DocumentPlan["groupNames"],
  held: Given,
  isAbove: boolean,
  place: number,
): { readonly groups: readonly GroupPart[]; readonly path: string } {
  const tree = (top: string, below: string): readonly GroupPart[] => [
    {
      name: top,
      given: isAbove ? held : nothing,
      below: [{ name: below, given: isAbove ? nothing : held, below: [] }],
    },
  ];
  const top = `team-${place}`;
  switch (style) {
    case "plain":
      return { groups: tree(top, "eu"), path: `/${top}/eu` };
    case "slash":
      return { groups: tree(`${top}/x`, "a/b"), path: `/${top}/x/a/b` };
    case "tilde":
      return { groups: tree(`${top}~`, "b~"), path: `/${top}~/b~` };
    case "escapedSlash":
      return { groups: tree(top, "a/b"), path: `/${top}/a~/b` };
    case "noFirstSlash":
      return { groups: tree(top, "eu"), path: `${top}/eu/` };
    case "ambiguous": {
      const flat = { name: `${top}/eu`, given: isAbove ? nothing : held, below: [] };
      return { groups: [flat, ...(isAbove ? tree(top, "eu") : treeWithout(top))], path: flat.name };
    }
  }
}

/** Groups with the same path as another one that has a slash in its name. */
const treeWithout = (top: string): readonly GroupPart[] => [
  { name: top, given: nothing, below: [{ name: "eu", given: nothing, below: [] }] },
];
