import type { RefObject } from "react";
import { outermostRoles } from "../../access/model/resolve-roles.ts";
import type { Risk } from "../../access/model/risk.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";
import { joinNames, sortedByName, useTranslate } from "../context/use-translate.ts";
import { LabelPopover } from "../parts/LabelPopover.tsx";
import { TextContent, TextList, TextListItem } from "../parts/patternfly/text.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { nameSources } from "./name-sources.ts";

interface RiskPopoverProps {
  readonly row: AccountRow;
  readonly risk: Risk;
  readonly triggerRef: RefObject<HTMLElement>;
  readonly onClose: () => void;
}

/** Why an account is as dangerous as it is, and which roles it holds, each with where it comes from. */
export function RiskPopover({ row, risk, triggerRef, onClose }: RiskPopoverProps) {
  const t = useTranslate();
  return (
    <LabelPopover title={row.clientId} triggerRef={triggerRef} onClose={onClose}>
      <div data-testid="riskReasons">
        {row.state === "leftover" ? (
          <p className={pf("u-mb-sm")}>{t("accounts.comesBack")}</p>
        ) : null}
        {risk.consequences.map(({ id }) => (
          <p key={id} className={pf("u-mb-sm")}>
            <strong>{t(`consequence.${id}`)}.</strong> {t(`consequence.${id}.reason`)}
          </p>
        ))}
        <strong>{t("accounts.roles")}</strong>
        <TextContent>
          <TextList>
            {sortedByName(outermostRoles(row.held, row.composites)).map((role) => (
              <TextListItem key={`${role.container}:${role.name}`}>{nameHeld(role)}</TextListItem>
            ))}
          </TextList>
        </TextContent>
      </div>
    </LabelPopover>
  );

  function nameHeld({ container, name }: RoleReference): string {
    const indirect = row.indirect.find(
      ({ role }) => role.container === container && role.name === name,
    );
    if (indirect === undefined) return name;
    const through = joinNames(nameSources(t, [indirect]));
    return t("accounts.heldThrough", { role: name, through });
  }
}
