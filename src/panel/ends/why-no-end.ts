import { canNameAccount } from "../../access/ends/own-workflow.ts";
import { roleInWorkflow } from "../../access/ends/role-in-workflow.ts";
import { userIdOf } from "../../access/model/account.ts";
import { rolesGivenBy } from "../../access/model/roles-given-by.ts";
import { roleKey, type Snapshot } from "../../access/model/snapshot.ts";
import type { Plan } from "../../access/plan/plan.ts";
import type { Translate } from "../../texts/translate.ts";
import { nameRole } from "../context/name-role.ts";
import { joinNames } from "../context/use-translate.ts";
import type { Ends } from "./known-ends.ts";

/**
 * Why roles can't be given an end, in words.
 *
 * @returns undefined where they can
 */
export function whyNoEnd(
  t: Translate,
  ends: Ends,
  { plan, snapshot }: { readonly plan: Plan; readonly snapshot: Snapshot },
): string | undefined {
  const { adminClient, account, mapped } = snapshot;
  const roles = rolesGivenBy(plan.goal.presets);
  switch (ends.kind) {
    case "read": {
      const unnamed = roles.filter(
        (role) => roleInWorkflow(role, adminClient.clientId) === undefined,
      );
      if (unnamed.length > 0) {
        return t("ends.cannotBeNamed", { roles: joinNames(unnamed.map(nameRole)) });
      }
      if (!canNameAccount(userIdOf(account) ?? "")) return t("ends.noAccount");
      // What another role includes can't be unassigned.
      const isAny =
        plan.change.add.some(({ place }) => place === "mapping") ||
        roles.some((role) => mapped.has(roleKey(role)));
      return isAny ? undefined : t("ends.included");
    }
    case "failed":
      return t("ends.notRead");
    default:
      return t(`ends.${ends.kind}`);
  }
}
