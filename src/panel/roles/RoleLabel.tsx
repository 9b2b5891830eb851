import { Suspense, useRef, useState } from "react";
import type { PresetRole, RoleState } from "../../access/presets/preset-state.ts";
import { nameRole } from "../context/name-role.ts";
import { useTranslate } from "../context/use-translate.ts";
import { lazily } from "../parts/lazily.ts";
import {
  BanIcon,
  CheckCircleIcon,
  LinkIcon,
  LockIcon,
  QuestionCircleIcon,
} from "../parts/patternfly/icons.ts";
import { Label, type LabelProps } from "../parts/patternfly/label.ts";
import { pf } from "../parts/patternfly-classes.ts";

const looks = {
  mapped: { color: "blue", icon: <CheckCircleIcon />, variant: "outline" },
  included: { color: "blue", icon: <LinkIcon />, variant: "outline" },
  missing: { color: "grey", icon: undefined, variant: "outline" },
  notGrantable: { color: "orange", icon: <LockIcon />, variant: "outline" },
  notOnServer: { color: "grey", icon: <BanIcon />, variant: "filled" },
  unknown: { color: "grey", icon: <QuestionCircleIcon />, variant: "outline" },
} as const satisfies Record<RoleState, Pick<LabelProps, "color" | "icon" | "variant">>;

const RolePopover = lazily(() =>
  import("../presets/explanations.ts").then((module) => module.RolePopover),
);

/** A role as a small label; colour, icon and text tell how it is held, and a click what it allows. */
export function RoleLabel({ role }: { readonly role: PresetRole }) {
  const t = useTranslate();
  const label = useRef<HTMLSpanElement>(null);
  const [isExplained, setIsExplained] = useState(false);
  const description = t(`role.${role.state}`, { role: nameRole(role) });
  return (
    <span ref={label}>
      <Label
        isCompact
        {...looks[role.state]}
        title={description}
        onClick={() => setIsExplained(!isExplained)}
        data-testid={`role-${role.state}`}
      >
        <span aria-hidden="true">{nameRole(role)}</span>
        <span className={pf("u-screen-reader")}>{description}</span>
      </Label>
      {isExplained ? (
        <Suspense>
          <RolePopover role={role} triggerRef={label} onClose={() => setIsExplained(false)} />
        </Suspense>
      ) : null}
    </span>
  );
}
