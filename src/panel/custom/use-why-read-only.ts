import { customPresetLimits } from "../../access/custom/limits.ts";
import { storeClientId } from "../../access/custom/store-client-id.ts";
import type { Store } from "../../access/custom/store-of.ts";
import { rolesToCreate } from "../../access/rights/new-client-snapshot.ts";
import { useReadOwnRoles } from "../client/use-read-own-roles.ts";
import { useAsync } from "../context/use-async.ts";
import { useTranslate } from "../context/use-translate.ts";
import { useRealmSays } from "../permissions/realm-context.ts";

/** Whether something may be saved in a realm's store. */
export interface Permission {
  /** Why it may not, in a sentence; undefined where it may, or where that isn't known. */
  readonly why: string | undefined;
  /** Whether that isn't known yet. */
  readonly isReading: boolean;
}

/**
 * Tells why the signed-in administrator can't change the presets of the realm. The server says who may change the store;
 * before there is one, it is who may create clients.
 *
 * @param isNew whether a preset is to be added
 */
export function useWhyReadOnly(store: Store, isNew: boolean): Permission {
  const t = useTranslate();
  const { permissions } = useRealmSays();
  const readOwnRoles = useReadOwnRoles();
  const { state, value: ownRoles } = useAsync(store.kind === "none" ? readOwnRoles : undefined);
  const client = storeClientId;
  // Fine-grained permissions may let someone create clients without the role.
  const lacksRole =
    ownRoles !== undefined &&
    !ownRoles.has(rolesToCreate.client) &&
    (permissions === undefined || permissions.kind === "off");
  const why = () => {
    switch (store.kind) {
      case "notKnown":
        return t("custom.readOnly.notKnown");
      case "notOurs":
        return t("custom.readOnly.notOurs", { client });
      case "none":
        return lacksRole ? t("custom.readOnly.create", { role: rolesToCreate.client }) : undefined;
      case "found":
        if (!store.isManageable) return t("custom.readOnly.manage", { client });
        return isNew && store.values.size >= customPresetLimits.presets
          ? t("custom.readOnly.full", { limit: customPresetLimits.presets })
          : undefined;
    }
  };
  return { why: why(), isReading: state.kind === "loading" };
}
