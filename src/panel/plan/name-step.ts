import { clientIdOfContainer } from "../../access/custom/client-id-of-container.ts";
import { containerOf, nameOfGrant } from "../../access/model/grant.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Step } from "../../access/plan/steps.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
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
  const [first] = grants.map(containerOf);
  const clientId = first && clientIdOfContainer(first);
  return t(`step.${direction}.${place}`, {
    container:
      first === "realm" || first === "otherRealm"
        ? t("step.realmRoles")
        : escapeInvisible(clientId ?? adminClient.clientId),
    names: joinNames(grants.map((grant) => escapeInvisible(nameOfGrant(grant)))),
  });
}
