import { noFinePermissions } from "../../access/model/fine-permissions.ts";
import { lackingToCreate, rolesToCreate } from "../../access/rights/new-client-snapshot.ts";
import type { Survey } from "../../access/survey/survey.ts";
import { useReadOwnRoles } from "../client/use-read-own-roles.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useAsync } from "../context/use-async.ts";
import { useTranslate } from "../context/use-translate.ts";

/**
 * Tells why the signed-in administrator can't create a client; undefined where they can, or where that isn't known. The
 * console's own button goes by the same role.
 *
 * @param surveys tell whether fine-grained permissions may stand in for it
 * @see [ClientsSection](https://github.com/keycloak/keycloak/blob/main/js/apps/admin-ui/src/clients/ClientsSection.tsx)
 */
export function useWhyNotCreate(surveys: readonly Survey[]): string | undefined {
  const t = useTranslate();
  const { realm } = usePanelContext();
  const { value: ownRoles } = useAsync(useReadOwnRoles());
  const finePermissions =
    surveys.find((survey) => survey.realm === realm)?.finePermissions ?? noFinePermissions;
  return lackingToCreate({ ownRoles, finePermissions }).includes(rolesToCreate.client)
    ? t("accounts.cannotCreate", { roles: rolesToCreate.client })
    : undefined;
}
