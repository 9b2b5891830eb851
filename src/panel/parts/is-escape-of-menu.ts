/**
 * Whether Escape was pressed in a menu, or at the toggle of one that is open: then it closes the menu
 * and not the dialog around it, which hears it too.
 */
export function isEscapeOfMenu({ target }: KeyboardEvent): boolean {
  return (
    target instanceof Element &&
    target.closest('.pf-v5-c-menu, .pf-v5-c-menu-toggle[aria-expanded="true"]') !== null
  );
}
