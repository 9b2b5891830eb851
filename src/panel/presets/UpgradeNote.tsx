import type { Upgrade } from "../../access/presets/upgrade-of.ts";
import { nameRole } from "../context/name-role.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface UpgradeNoteProps {
  readonly upgrade: Upgrade;
  /** Whether it is a preset of the realm, which is changed in revisions. */
  readonly isOwn: boolean;
}

/** What changed of a preset that the account holds as it was before: in a release, or since a revision. */
export function UpgradeNote({ upgrade, isOwn }: UpgradeNoteProps) {
  const t = useTranslate();
  const { version, lacking, left } = upgrade;
  const lines = [
    { key: "preset.addedIn", roles: lacking },
    { key: "preset.takenOutIn", roles: left },
  ] as const;
  return lines
    .filter(({ roles }) => roles.length > 0)
    .map(({ key, roles }) => (
      <p key={key} className={pf("u-mt-xs")} data-testid="upgradeNote">
        {t(isOwn ? (`${key}Revision` as const) : key, {
          version,
          roles: joinNames(roles.map(nameRole)),
        })}
      </p>
    ));
}
