import type { IndirectRole } from "../../access/survey/account-rows.ts";
import type { IndirectSource } from "../../access/survey/survey.ts";
import type { Translate } from "../../texts/translate.ts";

function nameSource(t: Translate, { kind, name }: IndirectSource): string {
  return t(`accounts.through.${kind}`, { name });
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
