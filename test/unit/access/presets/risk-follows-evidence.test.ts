import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { resolveStockRoles } from "../../../../src/access/model/resolve-roles.ts";
import { dangerOf, riskOf, riskOfRoles } from "../../../../src/access/model/risk.ts";
import { roleKey } from "../../../../src/access/model/snapshot.ts";
import { presets, type RoleReference } from "../../../../src/catalog/presets/presets.ts";
import { adminRoles } from "../../../../src/catalog/roles/admin-roles.ts";
import {
  conditionalRealmAdmin,
  consequences,
  riskLevels,
} from "../../../../src/catalog/roles/consequences.ts";
import type { EscalationEntry } from "../../../../src/catalog/roles/escalation.ts";

const entries: readonly EscalationEntry[] = JSON.parse(
  readFileSync("src/catalog/measured/escalations.json", "utf8"),
);
const admin = (name: string): RoleReference => ({ container: "admin", name });

const realmAdmin = new Set<string>([...conditionalRealmAdmin, "becomesRealmAdmin", "isRealmAdmin"]);

/** The harm that attempts with these roles did, on one version or another. */
function harmDoneWith(roles: readonly RoleReference[]): readonly string[] {
  const held = resolveStockRoles(roles);
  return entries
    .filter(({ outcomes }) => Object.values(outcomes).includes("succeeded"))
    .filter((entry) => entry.roles.every((name) => held.has(roleKey(admin(name)))))
    .map(({ harm }) => harm);
}

const placeOf = (level: string) => [...(riskLevels as readonly string[])].indexOf(level);

/** What is said of the roles, and what it leaves out of what was shown. */
function understated(roles: readonly RoleReference[]): readonly string[] {
  const risk = riskOfRoles(roles);
  const worst = risk?.consequences[0]?.id ?? "";
  return harmDoneWith(roles).filter((harm) =>
    harm === "realmAdmin" ? !realmAdmin.has(worst) : placeOf(risk?.level ?? "") < placeOf(harm),
  );
}

test.each(presets.map((preset) => [preset.id, preset] as const))(
  "the risk of %s is at least what its own escalation tests reached",
  (_, { roles }) => {
    expect(understated(roles)).toEqual([]);
  },
);

test.each([...adminRoles.keys()])(
  "the risk of the role %s is at least what its own escalation tests reached",
  (name) => {
    expect(understated([admin(name)])).toEqual([]);
  },
);

test("an attempt that comes to realm admin is found, and one that is refused is not", () => {
  expect(harmDoneWith([admin("view-clients")])).toContain("realmAdmin");
  expect(harmDoneWith([admin("view-identity-providers")])).toEqual([]);
});

test("presets that can become realm admin sort above all that can't", () => {
  const reaching = presets.filter(({ roles }) => harmDoneWith(roles).includes("realmAdmin"));
  const others = presets.filter(
    (preset) => !realmAdmin.has(riskOf(preset)?.consequences[0]?.id ?? ""),
  );
  const least = Math.min(...reaching.map(({ roles }) => dangerOf(roles)));
  expect(reaching.length).toBeGreaterThan(10);
  expect(others.length).toBeGreaterThan(10);
  for (const { roles } of others) expect(dangerOf(roles)).toBeLessThan(least);
});

test("realm admin without a condition is worse than with any", () => {
  const places = new Map(consequences.map(({ id }, place) => [id as string, place]));
  for (const id of conditionalRealmAdmin) {
    expect(places.get(id)).toBeLessThan(places.get("becomesRealmAdmin") ?? 0);
  }
});
