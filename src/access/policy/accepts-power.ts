import { hasEnded, isAbout } from "./judge-roles.ts";
import type { Permission, PowerKind } from "./policy.ts";

/** Whether one of the rules accepts what comes from no role, or can't be told. */
export function acceptsPower(
  rules: readonly Permission[],
  {
    realm,
    clientId,
    kind,
  }: { readonly realm: string; readonly clientId: string; readonly kind: PowerKind },
  today: string,
): boolean {
  return rules.some(
    (rule) =>
      isAbout({ ...rule, administersEveryRealm: true }, { realm, clientId, administers: realm }) &&
      rule.accept?.includes(kind) === true &&
      !hasEnded(rule, today),
  );
}
