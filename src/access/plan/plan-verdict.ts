import {
  type Consequence,
  conditionalRealmAdmin,
  riskLevels,
} from "../../catalog/roles/consequences.ts";
import { type Change, isEmptyChange } from "../model/grant.ts";
import { type Risk, withoutTheWorst } from "../model/risk.ts";
import { adminRolesIn } from "../model/role-reference.ts";
import { isInScope } from "../model/scope.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { worstOfHeld } from "../presets/worst-of-held.ts";
import { snapshotAfter } from "./snapshot-after.ts";

/**
 * What a change comes to for the worst that the client can do: it ends all admin access, or the way to realm
 * admin; it lowers the risk level, or raises it; it takes access and the worst stays; or the worst is unchanged.
 */
export interface PlanVerdict {
  readonly kind:
    | "endsAll"
    | "endsRealmAdmin"
    | "endsWayToRealmAdmin"
    | "lowers"
    | "raises"
    | "sameWorst"
    | "unchanged";
  readonly before: Risk | undefined;
  readonly after: Risk | undefined;
}

const levelOf = (risk: Risk | undefined) =>
  risk === undefined ? -1 : riskLevels.indexOf(risk.level);

const leadsToRealmAdmin = (risk: Risk | undefined) =>
  risk?.consequences.some(
    ({ id }: Consequence) =>
      id === "isRealmAdmin" || id === "becomesRealmAdmin" || conditionalRealmAdmin.has(id),
  ) ?? false;

/** The worst that roles in effect and in scope allow, whether the client is enabled or not. */
function worstOf(snapshot: Snapshot) {
  const held = adminRolesIn(snapshot.effective);
  return worstOfHeld(
    held.filter((role) => isInScope(snapshot, role) !== false),
    snapshot,
  );
}

/**
 * Tells what a change comes to; undefined where it changes nothing, or what is held may not be seen. A change that
 * enables service accounts starts from nothing: what the account holds isn't in force before.
 */
export function planVerdict(change: Change, snapshot: Snapshot): PlanVerdict | undefined {
  if (isEmptyChange(change) || !snapshot.isReadable) return undefined;
  const enables = change.add.some(({ place }) => place === "account");
  const before = enables ? worstOfHeld([], snapshot) : worstOf(snapshot);
  const after = worstOf(snapshotAfter(snapshot, change));
  return { kind: kindOf(), before: before.risk, after: after.risk };

  function kindOf(): PlanVerdict["kind"] {
    const [was, is] = [levelOf(before.risk), levelOf(after.risk)];
    if (was >= 0 && is < 0) return "endsAll";
    if (is > was || withoutTheWorst(after.danger) > withoutTheWorst(before.danger)) return "raises";
    if (leadsToRealmAdmin(before.risk) && !leadsToRealmAdmin(after.risk)) {
      const isOne = before.risk?.consequences.some(({ id }) => id === "isRealmAdmin");
      return isOne ? "endsRealmAdmin" : "endsWayToRealmAdmin";
    }
    const isStillAdmin = leadsToRealmAdmin(after.risk);
    const isLess = withoutTheWorst(after.danger) < withoutTheWorst(before.danger);
    if (is < was || (isLess && !isStillAdmin)) return "lowers";
    return change.remove.length > 0 ? "sameWorst" : "unchanged";
  }
}

/** Whether a change makes the worst that the client can do critical, or worse than it is critical already. */
export function raisesToCritical(verdict: PlanVerdict | undefined): boolean {
  return verdict?.kind === "raises" && verdict.after?.level === "critical";
}
