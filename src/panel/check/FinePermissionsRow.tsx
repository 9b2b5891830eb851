import type { FinePermissions } from "../../access/model/fine-permissions.ts";
import { useTranslate } from "../context/use-translate.ts";
import { CheckRow } from "./CheckRow.tsx";

interface FinePermissionsRowProps {
  /** Undefined until it is read. */
  readonly permissions: FinePermissions | undefined;
  /** Shows the policies that name the client. */
  readonly onShow: () => void;
}

/** Whether fine-grained permissions may allow what roles don't; nothing until that is known. */
export function FinePermissionsRow({ permissions, onShow }: FinePermissionsRowProps) {
  const t = useTranslate();
  switch (permissions?.kind) {
    case undefined:
      return null;
    case "off":
      return <CheckRow id="finePermissions" verdict="ok" text={t("check.finePermissions.ok")} />;
    case "notKnown":
      return (
        <CheckRow
          id="finePermissions"
          verdict="unknown"
          text={t(`fine.notKnown.${permissions.why}`)}
        />
      );
    case "on":
      return (
        <CheckRow
          id="finePermissions"
          verdict="unknown"
          text={t("check.finePermissions.on")}
          action={{ name: t("check.finePermissions.fix"), onClick: onShow }}
        />
      );
  }
}
