import type { Knowledge } from "../context/load-knowledge.ts";
import { useTranslate } from "../context/use-translate.ts";

/** On which version it was measured, and whether that is this server's own. */
export function MeasuredOn({ knowledge }: { readonly knowledge: Knowledge }) {
  const t = useTranslate();
  const { matrix, isOwnMinor } = knowledge;
  const key = isOwnMinor ? "knowledge.ownMinor" : "knowledge.nearestMinor";
  return <span>{t(key, { version: matrix.version, day: matrix.measuredOn })}</span>;
}
