import type { AccountRow } from "../../access/survey/account-rows.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { TwoLines } from "./TwoLines.tsx";

/** The presets that an account holds, one that is not whole, and how many roles belong to none. */
export function PresetsCell({
  row: { presets, begun, looseRoles },
}: {
  readonly row: Pick<AccountRow, "presets" | "begun" | "looseRoles">;
}) {
  const t = useTranslate();
  const names = presets.map((preset) => nameOf(t, preset));
  if (begun !== undefined) {
    const { held, missing } = begun;
    names.push(
      t("accounts.begun", { preset: nameOf(t, begun.preset), held, count: held + missing }),
    );
  } else if (looseRoles.length > 0) {
    names.push(t("accounts.looseRoles", { count: looseRoles.length }));
  }
  if (names.length === 0) return null;
  const text = joinNames(names);
  return <TwoLines title={text}>{text}</TwoLines>;
}
