import { useEffect, useRef } from "react";
import { useTranslate } from "../../context/use-translate.ts";
import { Alert } from "../../parts/patternfly/alert.ts";
import { pf } from "../../parts/patternfly-classes.ts";

/** Asks whether to close though the private key was not saved; the buttons stand below. */
export function UnsavedKey({ clientId }: { readonly clientId: string }) {
  const t = useTranslate();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView?.({ block: "nearest" });
    place.current?.focus();
  }, []);
  return (
    <div ref={place} tabIndex={-1} role="alert">
      <Alert
        component="p"
        variant="danger"
        isInline
        title={t("newClient.key.lost")}
        className={pf("u-mb-md")}
        data-testid="keyNotSaved"
      >
        {t("newClient.key.lost.about", { clientId })}
      </Alert>
    </div>
  );
}
