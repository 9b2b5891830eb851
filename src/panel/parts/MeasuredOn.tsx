import { version as extensionVersion } from "../../../package.json";
import { formatDay } from "../context/format-day.ts";
import type { Knowledge } from "../context/load-knowledge.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";

interface MeasuredOnProps {
  readonly knowledge: Pick<Knowledge, "isOwnMinor"> & {
    readonly matrix: Pick<Knowledge["matrix"], "version" | "measuredOn">;
  };
}

/** The version of the extension, on which version of Keycloak it was measured, and whether that is this server's own. */
export function MeasuredOn({ knowledge: { matrix, isOwnMinor } }: MeasuredOnProps) {
  const t = useTranslate();
  const { language } = usePanelContext();
  const key = isOwnMinor ? "knowledge.ownMinor" : "knowledge.nearestMinor";
  const day = formatDay(language.locale, matrix.measuredOn);
  return (
    <span data-testid="about">
      {t("knowledge.extension", { version: extensionVersion })}{" "}
      {t(key, { version: matrix.version, day })}
    </span>
  );
}
