import { type AccountReach, familiesByReach } from "../../access/model/reach-of-held.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { useTranslate } from "../context/use-translate.ts";
import { TwoLines } from "./TwoLines.tsx";

interface ReachCellProps {
  readonly row: Pick<AccountRow, "held" | "carried">;
  readonly reach: AccountReach;
}

/** So many families are named of each kind, so that the kinds that come after have room. */
const namedOfEach = 2;

/** How far an account reaches, the most first; the access map shows each family by itself. */
export function ReachCell({ row: { held, carried }, reach }: ReachCellProps) {
  const t = useTranslate();
  if (held.length === 0) return null;
  if (carried === "none") return t("accounts.reach.denied");
  const kinds = familiesByReach(reach);
  if (kinds.length === 0) return t("accounts.reach.none");
  const write = (most: number) =>
    kinds
      .map(({ kind, families }) => {
        const names = families.map((family) => t(`reach.family.${family}`));
        const rest = names.length - most;
        const named =
          rest > 1
            ? t("accounts.reach.andMore", {
                families: names.slice(0, most).join(", "),
                count: rest,
              })
            : names.join(", ");
        return t("accounts.reach.in", { kind: t(`accounts.reach.${kind}`), families: named });
      })
      .join(" · ");
  return <TwoLines title={write(Infinity)}>{write(namedOfEach)}</TwoLines>;
}
