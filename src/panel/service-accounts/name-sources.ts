import type { IndirectRole } from "../../access/survey/account-rows.ts";
import type { Source } from "../../access/survey/survey.ts";
import type { Translate } from "../context/translate.ts";

function nameSource(t: Translate, source: Source): string {
  return t(`accounts.through.${source.kind}`, {
    name: source.kind === "mapped" ? "" : source.name,
  });
}

/** Where roles come from that are not mapped, in words, each place once. */
export function nameSources(t: Translate, roles: readonly IndirectRole[]): readonly string[] {
  const names = roles.flatMap(({ sources }) =>
    sources.length === 0
      ? [t("accounts.through.other")]
      : sources.map((source) => nameSource(t, source)),
  );
  return [...new Set(names)];
}
