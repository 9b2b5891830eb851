import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";

/** Why presets of the realm can't be changed; nothing where they can, or where that isn't known. */
export function ReadOnlyAlert({ why }: { readonly why: string | undefined }) {
  return why === undefined ? null : (
    <Alert
      component="p"
      variant="warning"
      isInline
      title={why}
      className={pf("u-mb-md")}
      data-testid="customReadOnly"
    />
  );
}
