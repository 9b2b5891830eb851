import { usePanelContext } from "../context/panel-context.ts";
import { realmSettingsAddress } from "../context/realm-settings-address.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";

/** Says that a realm keeps no record of what is changed, and leads to the setting. */
export function NoAdminEvents({ realm }: { readonly realm: string }) {
  const t = useTranslate();
  const { addressOf } = usePanelContext();
  const address = realmSettingsAddress(addressOf({ realm, clientUuid: "" }), realm, "events");
  return (
    <Alert
      component="p"
      variant="info"
      isInline
      isPlain
      title={t("plan.noAdminEvents", { realm })}
      className={pf("u-mb-md")}
      data-testid="noAdminEvents"
    >
      <a href={address}>{t("plan.noAdminEvents.open")}</a>
    </Alert>
  );
}
