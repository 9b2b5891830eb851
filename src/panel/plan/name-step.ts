import { nameOfGrant } from "../../access/model/grant.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Step } from "../../access/plan/steps.ts";
import type { Translate } from "../../texts/translate.ts";
import { joinNames } from "../context/use-translate.ts";

/** A step of a plan in words. */
export function nameStep(
  t: Translate,
  { direction, place, grants }: Step,
  snapshot: Snapshot,
): string {
  const { client, adminClient } = snapshot;
  // Service accounts are never disabled: the user's roles would be gone with it.
  if (place === "account" && direction === "remove") {
    return t("step.remove.account", { clientId: client.clientId });
  }
  if (place === "account") {
    const key = client.publicClient ? "step.add.accountOfPublicClient" : "step.add.account";
    return t(key, { clientId: client.clientId });
  }
  return t(`step.${direction}.${place}`, {
    container: grants.some((grant) => "role" in grant && grant.role.container === "realm")
      ? t("step.realmRoles")
      : adminClient.clientId,
    names: joinNames(grants.map(nameOfGrant)),
  });
}
