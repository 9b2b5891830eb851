import type { FinePermissions } from "../../access/model/fine-permissions.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { Button } from "../parts/patternfly/button.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface FinePermissionsNoticeProps {
  readonly permissions: Exclude<FinePermissions, { readonly kind: "off" }>;
  /** Shows the policies that name the client. */
  readonly onShow: () => void;
}

/** Says that roles aren't all that decides, or may not be. */
export function FinePermissionsNotice({ permissions, onShow }: FinePermissionsNoticeProps) {
  const t = useTranslate();
  const isOn = permissions.kind === "on";
  return (
    <Alert
      component="p"
      variant="info"
      isInline
      isPlain={!isOn}
      title={t(isOn ? "fine.on" : `fine.notKnown.${permissions.why}`)}
      className={pf("u-mb-md")}
      data-testid="finePermissions"
    >
      {isOn ? (
        <Button variant="link" isInline onClick={onShow} data-testid="showPolicies">
          {t("fine.show")}
        </Button>
      ) : null}
    </Alert>
  );
}
