import { type AccountReach, familiesByReach } from "../../access/model/reach-of-held.ts";
import { t } from "./preset-texts.ts";

/** How far roles reach in one line, the most first: `can escalate in users; reads groups, events`. */
export function describeReach(reach: AccountReach): string {
  const kinds = familiesByReach(reach).map(({ kind, families }) => {
    const names = families.map((family) => t(`reach.family.${family}`).toLowerCase());
    return `${t(`reach.kind.${kind}`)}: ${names.join(", ")}`;
  });
  return kinds.length === 0 ? "reaches nothing" : kinds.join("; ");
}
