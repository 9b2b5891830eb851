import type { AccountRow } from "../../access/survey/account-rows.ts";
import { nextEndOf } from "../../access/survey/ends-of-row.ts";
import { formatTime, useTranslate } from "../context/use-translate.ts";
import { inTwoLines } from "./in-two-lines.ts";

/** When roles of an account end next, or that some were to end and are still assigned. */
export function EndsCell({ ends }: Pick<AccountRow, "ends">) {
  const t = useTranslate();
  if (ends === undefined) return t("accounts.lastSignIn.unknown");
  const next = nextEndOf(ends);
  if (next === undefined) return null;
  if (next.state === "stillAssigned") return t("accounts.ends.stillAssigned");
  return inTwoLines(formatTime(next.at));
}
