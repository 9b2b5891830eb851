import type { Snapshot } from "../../access/model/snapshot.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { realmSettingsAddress } from "../context/realm-settings-address.ts";
import { useTranslate } from "../context/use-translate.ts";
import { useAdministeredRealm } from "./use-used-access.ts";

/** Leads to the settings that say which events the administered realm keeps, and for how long. */
export function EventSettingsLink({ snapshot }: { readonly snapshot: Snapshot }) {
  const t = useTranslate();
  const { addressOf } = usePanelContext();
  const realm = useAdministeredRealm(snapshot);
  const address = realmSettingsAddress(addressOf({ realm, clientUuid: "" }), realm, "events");
  return (
    // Text stands beside it: color alone would not tell it apart.
    <a href={address} style={{ textDecoration: "underline" }}>
      {t("plan.noAdminEvents.open")}
    </a>
  );
}
