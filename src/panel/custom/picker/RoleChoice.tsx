import { useId } from "react";
import { customRoleKey } from "../../../access/custom/custom-preset.ts";
import { weighRole } from "../../../access/custom/weigh-role.ts";
import { escapeInvisible } from "../../../formats/escape-invisible.ts";
import type { FoundRole } from "../../../keycloak/custom/search-roles.ts";
import { useTranslate } from "../../context/use-translate.ts";
import { nameConsequences } from "../../parts/name-consequences.ts";
import { Checkbox } from "../../parts/patternfly/checkbox.ts";
import { pf } from "../../parts/patternfly-classes.ts";
import { RiskBadge } from "../../parts/RiskLabel.tsx";
import type { PickerProps } from "./picker-props.ts";
import { RoleOrigin } from "./RoleOrigin.tsx";

interface RoleChoiceProps extends PickerProps {
  readonly found: FoundRole;
}

/** A role that was found: where it is from, what it is for, and what it allows at worst. */
export function RoleChoice({ found, place, form, onPick }: RoleChoiceProps) {
  const t = useTranslate();
  const id = useId();
  const { role, description, isComposite } = found;
  const { risk } = weighRole(role, place, undefined);
  const isChosen = form.has(role);
  return (
    <div
      className={pf("u-py-xs")}
      style={{ overflowWrap: "anywhere" }}
      data-testid={`found-${customRoleKey(role)}`}
    >
      <Checkbox
        id={id}
        label={
          <>
            {escapeInvisible(role.role)}{" "}
            <RoleOrigin {...{ role, isComposite }} adminClientId={place.adminClientId} />
          </>
        }
        description={describe(description)}
        body={
          risk === undefined ? null : (
            <>
              <RiskBadge risk={risk} isCompact />{" "}
              <span className={pf("u-font-size-sm")}>
                {nameConsequences(t, { ...risk, consequences: risk.consequences.slice(0, 1) })}
              </span>
            </>
          )
        }
        isChecked={isChosen}
        isDisabled={form.isFull && !isChosen}
        onChange={(_, isNow) => onPick(found, isNow)}
      />
    </div>
  );
}

/** Keycloak's own roles have keys of the console's texts in place of descriptions, such as `${role_view-users}`. */
function describe(description: string): string | undefined {
  return description === "" || /^\$\{.*\}$/.test(description)
    ? undefined
    : escapeInvisible(description);
}
