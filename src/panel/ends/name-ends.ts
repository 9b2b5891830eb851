import { byMoment } from "../../access/ends/by-moment.ts";
import type { EndOfRole } from "../../access/ends/end-change.ts";
import { toRoleReference } from "../../access/model/snapshot.ts";
import type { Translate } from "../../texts/translate.ts";
import { nameRole } from "../context/name-role.ts";
import { formatTime, joinNames } from "../context/use-translate.ts";

/** When roles end from now on, and which no longer do: a line for each moment. */
export function nameEnds(t: Translate, after: EndOfRole): readonly string[] {
  return [...byMoment(after)].map(([at, keys]) => {
    const roles = joinNames(keys.map((key) => nameRole(toRoleReference(key))));
    return at === undefined
      ? t("ends.noLonger", { roles })
      : t("ends.endsOn", { roles, date: formatTime(at) });
  });
}
