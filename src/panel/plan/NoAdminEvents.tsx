import { EventSettingsLink } from "../context/EventSettingsLink.tsx";
import { useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";

/** Says that a realm keeps no record of what is changed, and leads to the setting. */
export function NoAdminEvents({ realm }: { readonly realm: string }) {
  const t = useTranslate();
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
      <EventSettingsLink realm={realm} />
    </Alert>
  );
}
