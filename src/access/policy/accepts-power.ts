import { hasEnded, isAbout } from "./judge-roles.ts";
import type { Permission, PowerKind } from "./policy.ts";

/**
 * Whether one of the rules accepts access that doesn't come from roles, or that the files leave
 * open.
 */
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
