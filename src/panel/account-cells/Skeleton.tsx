import { useTranslate } from "../context/use-translate.ts";
import { pf } from "../parts/patternfly-classes.ts";

/**
 * Stands in a cell that is not read yet, as high as its text. The Clients page has no styles for PatternFly's
 * `Skeleton`.
 *
 * @param width such as `60%`
 */
export function Skeleton({ width }: { readonly width: string }) {
  const t = useTranslate();
  return (
    <>
      <div
        style={{ width, height: "0.875rem", background: "currentColor", opacity: 0.12 }}
        aria-hidden
      />
      <span className={pf("u-screen-reader")}>{t("accounts.notKnownYet")}</span>
    </>
  );
}
