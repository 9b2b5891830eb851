import type { CustomRole } from "../../../access/custom/custom-preset.ts";
import { escapeInvisible } from "../../../formats/escape-invisible.ts";
import { useTranslate } from "../../context/use-translate.ts";
import { Label } from "../../parts/patternfly/label.ts";

interface RoleOriginProps {
  readonly role: CustomRole;
  /** The client ID of the client with the realm's admin roles, which documents call otherwise in `master`. */
  readonly adminClientId: string;
  readonly isComposite: boolean;
}

/** Where a role is from, and whether it is a composite one. */
export function RoleOrigin({ role: { client }, adminClientId, isComposite }: RoleOriginProps) {
  const t = useTranslate();
  const name = client === "realm-management" ? adminClientId : client;
  return (
    <>
      <Label isCompact color={client === undefined ? "grey" : "blue"} variant="outline">
        {name === undefined ? t("custom.role.ofRealm") : escapeInvisible(name)}
      </Label>
      {isComposite ? (
        <>
          {" "}
          <Label isCompact color="purple" variant="outline">
            {t("custom.role.composite")}
          </Label>
        </>
      ) : null}
    </>
  );
}
