import type { Knowledge } from "./load-knowledge.ts";
import { useTranslate } from "./use-translate.ts";

/** On which version it was measured, and whether that is this server's own. */
export function MeasuredOn({ knowledge }: { readonly knowledge: Knowledge }) {
  const t = useTranslate();
  const { matrix, isOwnMinor } = knowledge;
  const key = isOwnMinor ? "knowledge.ownMinor" : "knowledge.nearestMinor";
  return <span>{t(key, { version: matrix.version, day: matrix.measuredOn })}</span>;
}
