/**
 * Calls back whenever the console may show another page: after each burst of changes to its nodes,
 * and when the address changes without one.
 *
 * @param signal ends the watch
 */
export function watchPage(look: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  signal.addEventListener("abort", () => observer.disconnect());
  window.addEventListener("hashchange", look, { signal });
  window.addEventListener("popstate", look, { signal });
}
