import { type CustomRole, customRoleKey } from "../../access/custom/custom-preset.ts";
import { outermostRoles } from "../../access/model/resolve-roles.ts";
import { toRoleReference } from "../../access/model/snapshot.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { TimesIcon } from "../parts/patternfly/icons.ts";
import { pf, pfToken } from "../parts/patternfly-classes.ts";
import { RiskBadge } from "../parts/RiskLabel.tsx";
import { RoleOrigin } from "./picker/RoleOrigin.tsx";
import type { RoleFact } from "./use-role-facts.ts";

interface ChosenRoleProps {
  readonly fact: RoleFact;
  readonly adminClientId: string;
  /** Undefined where nothing may be changed. */
  readonly onRemove: ((role: CustomRole) => void) | undefined;
}

/** A role of the preset: where it is from, what it allows at worst and why, and what it includes. */
export function ChosenRole({ fact, adminClientId, onRemove }: ChosenRoleProps) {
  const t = useTranslate();
  const { role, named, risk, isMeasured } = fact;
  const name = escapeInvisible(role.role);
  const found = typeof named === "object" ? named : undefined;
  const [worst] = risk?.consequences ?? [];
  return (
    <li
      className={pf("u-py-sm")}
      style={{
        display: "flex",
        gap: "0.5rem",
        alignItems: "flex-start",
        borderBlockEnd: `1px solid ${pfToken("BorderColor--100")}`,
      }}
      data-testid={`chosen-${customRoleKey(role)}`}
    >
      <div style={{ flex: 1, minWidth: 0, overflowWrap: "anywhere" }}>
        <div>
          <strong>{name}</strong>{" "}
          <RoleOrigin {...{ role, adminClientId }} isComposite={found?.isComposite ?? false} />
        </div>
        {worst === undefined || risk === undefined ? null : (
          <div className={pf("u-font-size-sm u-mt-xs")}>
            <RiskBadge risk={risk} isCompact /> {t(`consequence.${worst.id}`)}.{" "}
            {t(`consequence.${worst.id}.reason`)}
          </div>
        )}
        {isMeasured ? null : (
          <div className={pf("u-font-size-sm u-color-200 u-mt-xs")}>
            {t("custom.role.notMeasured")}
          </div>
        )}
        <Content fact={fact} />
      </div>
      {onRemove === undefined ? null : (
        <Button
          variant="plain"
          aria-label={t("custom.role.remove", { role: name })}
          onClick={() => onRemove(role)}
          data-testid="removeRole"
        >
          <TimesIcon />
        </Button>
      )}
    </li>
  );
}

/** What a composite role includes, and whether the role is there at all. */
function Content({ fact: { role, named, content } }: { readonly fact: RoleFact }) {
  const t = useTranslate();
  const lines = () => {
    if (named === undefined) return [];
    if (typeof named === "string") {
      return [t(`custom.role.${named}`, { client: escapeInvisible(role.client ?? "") })];
    }
    if (!named.isComposite || content === undefined) return [];
    switch (content.kind) {
      case "notRead":
        return [t("custom.role.contentReading")];
      case "notKnown":
        return [t("custom.role.contentNotKnown")];
      case "read": {
        const all = [...content.gives].map(toRoleReference);
        const admin = outermostRoles(all).map(({ name }) => name);
        const { others } = content;
        return [
          admin.length === 0
            ? t("custom.role.givesNone")
            : t("custom.role.gives", { roles: namesOf(admin) }),
          ...(others.length === 0 ? [] : [t("custom.role.others", { roles: namesOf(others) })]),
        ];
      }
    }
  };
  return (
    <>
      {lines().map((line) => (
        <div key={line} className={pf("u-font-size-sm u-mt-xs")}>
          {line}
        </div>
      ))}
    </>
  );
}

/** So many names of included roles are written; the others are counted. */
const mostNamed = 25;

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).map((name) => escapeInvisible(name));
  const more = names.length - shown.length;
  return joinNames(more === 0 ? shown : [...shown, `+${more}`]);
}
