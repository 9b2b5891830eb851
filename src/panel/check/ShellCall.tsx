import type { WayToSignIn } from "../../access/check/way-to-sign-in.ts";
import { curlCallFor, type TokenAddresses } from "../../formats/code/curl-call-for.ts";
import { useTranslate } from "../context/use-translate.ts";
import { CopyField } from "../parts/CopyField.tsx";
import { ExpandableSection } from "../parts/patternfly/expandable-section.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface ShellCallProps {
  readonly way: WayToSignIn;
  readonly call: { readonly clientId: string; readonly address: string };
  readonly addresses: TokenAddresses;
}

const captions = {
  secret: "check.curl",
  secretJwt: "check.curl",
  keyJwt: "check.curl.keyJwt",
  certificate: "check.curl.certificate",
  federated: "check.curl.federated",
} as const satisfies Record<Exclude<WayToSignIn["kind"], "unknown">, string>;

/** The same call from a shell, where there are commands for the way in which the client signs in. */
export function ShellCall({ way, call, addresses }: ShellCallProps) {
  const t = useTranslate();
  const code = curlCallFor(way, call, addresses);
  if (code.kind === "none" || way.kind === "unknown") return null;
  const caption = t(captions[way.kind]);
  return (
    <ExpandableSection toggleText={t("check.call.asCurl")} data-testid="checkShell">
      <p className={pf("u-mb-sm")}>{caption}</p>
      <CopyField name={caption} text={code.text} testId="checkCurl" />
    </ExpandableSection>
  );
}
