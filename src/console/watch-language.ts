/**
 * Calls back with the console's language, such as `de` or `pt-BR`, once it is known; never for
 * English.
 *
 * The page doesn't contain it (`<html lang>` is always `en`), but the console loads its texts from
 * `{adminBaseUrl}/resources/{realm}/admin/{language}`: English first, to fall back to, then the
 * language that the server chose for this person and realm.
 *
 * @param adminBaseUrl where the Admin API answers, relative path included
 * @param signal ends the watch
 * @see [i18n.ts of the console](https://github.com/keycloak/keycloak/blob/main/js/apps/admin-ui/src/i18n/i18n.ts)
 */
export function watchLanguage(
  adminBaseUrl: string,
  tell: (tag: string) => void,
  signal: AbortSignal,
): void {
  const begin = `${adminBaseUrl.replace(/\/+$/, "")}/resources/`;
  const observer = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) {
      const tag = name.startsWith(begin) ? /\/admin\/([\w-]+)$/.exec(name)?.[1] : undefined;
      if (tag === undefined || tag === "en") continue;
      observer.disconnect();
      tell(tag);
      return;
    }
  });
  observer.observe({ type: "resource", buffered: true });
  signal.addEventListener("abort", () => observer.disconnect());
}
