import { presetOf, type Scenario } from "./scenario.ts";
import type { Arrangement } from "./scene.ts";

/** What one of two administrators does, and how many requests it takes where nobody disturbs. */
export type Deed = Pick<Scenario, "name" | "mode" | "presets" | "gives" | "takes"> & {
  readonly length: number;
};

/** What the client holds when both look at it. */
export const sharedArrangement: Arrangement = { holds: ["view-users", "view-events"] };

/** Two of each kind, which share roles with each other and with those of other kinds. */
const deeds = {
  add: [
    {
      name: "apply",
      mode: "add",
      presets: [presetOf("access-review-with-client-roles", "admin", "view-users", "view-clients")],
      gives: ["mapping:admin:view-clients"],
      takes: [],
      length: 2,
    },
    {
      name: "apply",
      mode: "add",
      presets: [presetOf("realm-export", "admin", "view-clients", "view-realm")],
      gives: ["mapping:admin:view-clients", "mapping:admin:view-realm"],
      takes: [],
      length: 2,
    },
  ],
  remove: [
    {
      name: "remove",
      mode: "remove",
      presets: [presetOf("user-lookup", "admin", "view-users")],
      gives: [],
      takes: ["mapping:admin:view-users"],
      length: 3,
    },
    {
      name: "remove",
      mode: "remove",
      presets: [presetOf("event-reader-with-user-names", "admin", "view-users", "view-events")],
      gives: [],
      takes: ["mapping:admin:view-users", "mapping:admin:view-events"],
      length: 3,
    },
  ],
  exact: [
    {
      name: "replace access",
      mode: "exact",
      presets: [presetOf("realm-settings-reader", "admin", "view-realm")],
      gives: ["mapping:admin:view-realm"],
      takes: ["mapping:admin:view-users", "mapping:admin:view-events"],
      length: 4,
    },
    {
      name: "replace access",
      mode: "exact",
      presets: [presetOf("client-management", "admin", "view-clients", "view-events")],
      gives: ["mapping:admin:view-clients"],
      takes: ["mapping:admin:view-users"],
      length: 4,
    },
  ],
} as const satisfies Readonly<Record<string, readonly [Deed, Deed]>>;

/** What the first and the second administrator do at the same time, in every combination. */
export const pairs: readonly (readonly [Deed, Deed])[] = Object.values(deeds).flatMap(([first]) =>
  Object.values(deeds).map(([, second]) => [first, second] as const),
);
