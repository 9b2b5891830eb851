import type { Verdict } from "../../access/check/check-access.ts";
import type { FinePermissions } from "../../access/model/fine-permissions.ts";
import { useTranslate } from "../context/use-translate.ts";
import { CheckRow } from "./CheckRow.tsx";

interface FinePermissionsRowProps {
  /** Undefined until it is read. */
  readonly permissions: FinePermissions | undefined;
  /** Shows the policies that name the client. */
  readonly onShow: () => void;
}

/** What is found of fine-grained permissions; nothing until that is known. */
export function finePermissionsVerdicts(
  permissions: FinePermissions | undefined,
): readonly Verdict[] {
  if (permissions === undefined) return [];
  return [permissions.kind === "off" ? "ok" : "unknown"];
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
