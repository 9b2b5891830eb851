import { canNameAccount } from "../../access/ends/own-workflow.ts";
import { roleInWorkflow } from "../../access/ends/role-in-workflow.ts";
import { userIdOf } from "../../access/model/account.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";
import type { Translate } from "../../texts/translate.ts";
import { joinNames } from "../context/use-translate.ts";
import type { Ends } from "./use-account-ends.ts";

/**
 * Why roles can't be given an end, in words.
 *
 * @returns undefined where they can
 */
export function whyNoEnd(
  t: Translate,
  ends: Ends,
  roles: readonly RoleReference[],
  { adminClient, account }: Snapshot,
): string | undefined {
  switch (ends.kind) {
    case "read": {
      const unnamed = roles.filter(
        (role) => roleInWorkflow(role, adminClient.clientId) === undefined,
      );
      if (unnamed.length > 0) {
        return t("ends.cannotBeNamed", { roles: joinNames(unnamed.map(({ name }) => name)) });
      }
      return canNameAccount(userIdOf(account) ?? "") ? undefined : t("ends.noAccount");
    }
    case "failed":
      return t("ends.notRead");
    default:
      return t(`ends.${ends.kind}`);
  }
}
