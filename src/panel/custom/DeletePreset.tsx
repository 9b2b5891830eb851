import type { CustomPreset } from "../../access/custom/custom-preset.ts";
import type { Store } from "../../access/custom/store-of.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";

interface DeletePresetProps {
  readonly api: AdminApi;
  /** The store as it was read. */
  readonly store: Store;
  /** A preset of the store; one that can't be read has its id for a name. */
  readonly preset: Pick<CustomPreset, "id" | "name">;
  /** The preset was deleted: the store is to be read again. */
  readonly onDeleted: () => void;
  readonly onClose: () => void;
}

/** Asks whether to delete a preset of the realm, and says which clients got it: they keep their roles. */
export function DeletePreset(_: DeletePresetProps) {
  return null;
}
