import { element } from "./element.ts";
import type { RoleGroup } from "./role-groups.ts";

/** Column groups and head of the table: a line for what roles begin with, a line for the rest of them. */
export function matrixHead(groups: readonly RoleGroup[]): readonly HTMLElement[] {
  return [
    element("col", { class: "call" }),
    element("col", { class: "together" }),
    ...groups.flatMap(({ roles }) => roles.map((role) => element("col", { "data-role": role }))),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("th", { scope: "col", rowspan: "2", class: "call" }, "Call"),
        element("th", { scope: "col", rowspan: "2", class: "together" }, turned("together")),
        ...groups.map(({ prefix, roles }) =>
          element(
            "th",
            { scope: "colgroup", colspan: String(roles.length), class: "group" },
            prefix === "" ? "other" : prefix.replace(/-$/, ""),
          ),
        ),
      ),
      element("tr", { class: "roles" }, ...groups.flatMap(roleHeads)),
    ),
  ];
}

function roleHeads({ prefix, roles }: RoleGroup): readonly HTMLElement[] {
  return roles.map((role, index) =>
    element(
      "th",
      {
        scope: "col",
        class: index === 0 ? "role first" : "role",
        "data-role": role,
        title: `${role}: click to choose it`,
      },
      turned(
        ...(prefix === "" ? [] : [element("span", { class: "unseen" }, prefix)]),
        role.slice(prefix.length),
      ),
    ),
  );
}

const turned = (...children: readonly (Node | string)[]) =>
  element("span", { class: "turned" }, ...children);
