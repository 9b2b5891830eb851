import { nameOfGrant } from "../../access/model/grant.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Step } from "../../access/plan/steps.ts";
import type { Translate } from "../context/translate.ts";
import { joinNames } from "../context/use-translate.ts";

/** A step of a plan in words. */
export function nameStep(
  t: Translate,
  { direction, place, grants }: Step,
  snapshot: Snapshot,
): string {
  const { client, adminClient } = snapshot;
  const key =
    place === "account" && client.publicClient ? "step.add.accountOfPublicClient" : undefined;
  return t(key ?? `step.${direction}.${place}`, {
    clientId: client.clientId,
    container: grants.some((grant) => "role" in grant && grant.role.container === "realm")
      ? t("step.realmRoles")
      : adminClient.clientId,
    names: joinNames(grants.map(nameOfGrant)),
  });
}
