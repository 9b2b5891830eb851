import { usePanelContext } from "./panel-context.ts";
import { realmSettingsAddress } from "./realm-settings-address.ts";
import { useTranslate } from "./use-translate.ts";

/** Leads to the settings that say which events a realm keeps, and for how long. */
export function EventSettingsLink({ realm }: { readonly realm: string }) {
  const t = useTranslate();
  const { addressOf } = usePanelContext();
  const address = realmSettingsAddress(addressOf({ realm, clientUuid: "" }), realm, "events");
  return (
    // Where text stands beside it, color alone would not tell it apart.
    <a href={address} style={{ textDecoration: "underline" }}>
      {t("plan.noAdminEvents.open")}
    </a>
  );
}
