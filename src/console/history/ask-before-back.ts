/** The part of a window that is about its history. */
export interface HistoryView extends Pick<EventTarget, "addEventListener" | "removeEventListener"> {
  readonly history: Pick<History, "state" | "pushState" | "back">;
  readonly location: Pick<Location, "href">;
  readonly document: Pick<Document, "baseURI">;
}

/**
 * Keeps Back on the page. One more entry of the history has the same address, so Back only leads to the entry before
 * it, and calls back. The console's router knows an entry by the state that it keeps there: with the same state, it
 * sees no other page. The console reads its realm from the address of each entry that is added, so that must not be left
 * out, although it is the current one. The console of 26.4 takes a realm without a name from an address that doesn't begin
 * with `#`, as those of its router do where the page has no base.
 *
 * A browser may pass over such an entry if Back is pressed again before anything on the page is clicked.
 *
 * @param onBack is called each time after Back was pressed
 * @returns ends it, and removes the entry unless another page was opened meanwhile
 * @see [createHashHistory and getUrlBasedHistory](https://github.com/remix-run/react-router/blob/main/packages/react-router/lib/router/history.ts)
 * @see [useHash](https://github.com/keycloak/keycloak/blob/main/js/apps/admin-ui/src/context/realm-context/useHash.tsx)
 * @see [History manipulation intervention](https://chromium.googlesource.com/chromium/src/+/main/docs/history_manipulation_intervention.md)
 */
export function askBeforeBack(view: HistoryView, onBack: () => void): () => void {
  const { history } = view;
  const address = view.location.href;
  const isHere = () => view.location.href === address;
  const { hash } = new URL(address);
  const isFromBase = new URL(hash, view.document.baseURI).href === address;
  const addEntry = () => history.pushState(history.state, "", isFromBase ? hash : address);
  const stay = () => {
    if (!isHere()) return;
    addEntry();
    onBack();
  };
  addEntry();
  view.addEventListener("popstate", stay);
  return () => {
    view.removeEventListener("popstate", stay);
    if (isHere()) history.back();
  };
}
