import type { CustomRole } from "../../../access/custom/custom-preset.ts";
import type { PresetPlace } from "../../../access/custom/role-container.ts";
import type { AdminApi } from "../../../keycloak/api/admin-api.ts";
import type { FoundRole } from "../../../keycloak/custom/search-roles.ts";

/** What the parts of the role picker need. */
export interface PickerProps {
  readonly api: AdminApi;
  readonly place: PresetPlace;
  readonly form: {
    readonly has: (role: CustomRole) => boolean;
    /** Whether no further role can be added. */
    readonly isFull: boolean;
  };
  /** A role was found, and is chosen now or no longer. */
  readonly onPick: (found: FoundRole, isChosen: boolean) => void;
}
