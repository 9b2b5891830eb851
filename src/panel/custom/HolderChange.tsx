import type { CustomRole } from "../../access/custom/custom-preset.ts";
import type { RolesChange } from "../../access/custom/revise-preset.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";

/** What clients that have the preset would gain and lose by the change. */
export function HolderChange({ change: { gained, lost } }: { readonly change: RolesChange }) {
  const t = useTranslate();
  if (gained.length + lost.length === 0) return null;
  return (
    <Alert
      component="p"
      variant="info"
      isInline
      title={t("custom.change.title")}
      className={pf("u-mt-md")}
      data-testid="holderChange"
    >
      {gained.length === 0 ? null : (
        <p data-testid="gained">{t("custom.change.gained", { roles: namesOf(gained) })}</p>
      )}
      {lost.length === 0 ? null : (
        <p data-testid="lost">{t("custom.change.lost", { roles: namesOf(lost) })}</p>
      )}
      <p>{t("custom.change.about")}</p>
    </Alert>
  );
}

function namesOf(roles: readonly CustomRole[]): string {
  return joinNames(
    roles.map(({ client, role }) =>
      // Admin roles are known by their names alone.
      escapeInvisible(
        client === undefined || client === "realm-management" ? role : `${client}: ${role}`,
      ),
    ),
  );
}
