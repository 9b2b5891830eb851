import { useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";

/** Says that the address asks for a preset that there is not; its id may be anything. */
export function UnknownPreset({ preset }: { readonly preset: string }) {
  const t = useTranslate();
  return (
    <Alert
      component="p"
      variant="warning"
      isInline
      title={t("link.unknownPreset", { preset })}
      className={pf("u-mb-md")}
      data-testid="unknownPreset"
    />
  );
}
