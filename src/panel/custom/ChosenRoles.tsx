import { memo } from "react";
import { type CustomRole, customRoleKey } from "../../access/custom/custom-preset.ts";
import { dangerousFirst } from "../../access/custom/weigh-role.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { ChosenRole } from "./ChosenRole.tsx";
import { PresetPower } from "./PresetPower.tsx";
import { placeOfPresets, type RoleFacts } from "./use-role-facts.ts";

interface ChosenRolesProps {
  readonly api: AdminApi;
  readonly roles: readonly CustomRole[];
  readonly factOf: RoleFacts["factOf"];
  /** Undefined where nothing may be changed; otherwise it stays the same. */
  readonly onRemove: ((role: CustomRole) => void) | undefined;
}

/**
 * The roles of the preset, the most dangerous first, and what they allow together. Two hundred rows are drawn again only
 * when they change, not with each letter of the name.
 */
export const ChosenRoles = memo(({ api, roles, factOf, onRemove }: ChosenRolesProps) => {
  const { adminClientId, isInMaster } = placeOfPresets(api);
  if (roles.length === 0) return null;
  const facts = roles.map(factOf);
  return (
    <>
      <PresetPower facts={facts} isMaster={isInMaster} />
      <ul style={{ margin: 0, padding: 0 }} data-testid="chosenRoles">
        {dangerousFirst(facts).map((fact) => (
          <ChosenRole key={customRoleKey(fact.role)} {...{ fact, adminClientId, onRemove }} />
        ))}
      </ul>
    </>
  );
});
