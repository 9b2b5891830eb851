import { useState } from "react";
import { addressToTry, callToTry } from "../../access/check/call-to-try.ts";
import { bindingOf } from "../../access/check/check-access.ts";
import { type WayToSignIn, wayToSignIn } from "../../access/check/way-to-sign-in.ts";
import type { ClientSettings } from "../../access/model/snapshot.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
import { curlCallFor, type TokenAddresses } from "../../formats/code/curl-call-for.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useAsync } from "../context/use-async.ts";
import { useTranslate } from "../context/use-translate.ts";
import { CopyField } from "../parts/CopyField.tsx";
import { Checkbox } from "../parts/patternfly/checkbox.ts";
import { FormGroup, FormHelperText } from "../parts/patternfly/form.ts";
import { FormSelect, FormSelectOption } from "../parts/patternfly/form-select.ts";
import { pf } from "../parts/patternfly-classes.ts";
import type { SecretHandle } from "./use-secret.ts";

interface CallCodeProps {
  readonly client: ClientSettings;
  readonly states: readonly PresetState[];
  readonly administeredRealm: string;
  readonly addresses: TokenAddresses;
  readonly secret: SecretHandle;
}

/** What the commands of a client that sends no secret read, by the way in which it signs in. */
const aboutTexts = {
  secret: "connect.code.about",
  secretJwt: "connect.code.about",
  keyJwt: "connect.code.aboutKey",
  certificate: "connect.code.aboutCertificate",
  federated: "connect.code.aboutAssertion",
} as const satisfies Record<Exclude<WayToSignIn["kind"], "unknown">, string>;

const loadLanguages = () =>
  import("../../formats/code/code-languages.ts").then((module) => module.codeLanguages);

/** A call that the client's presets allow, written out in the language of the program, or why it isn't. */
export function CallCode({ client, states, administeredRealm, addresses, secret }: CallCodeProps) {
  const t = useTranslate();
  const { adminBaseUrl, realm, consoleScript } = usePanelContext();
  const { state: loading, value: known = [] } = useAsync(loadLanguages);
  const [languageId, setLanguageId] = useState("curl");
  const [isSecretWanted, setIsSecretWanted] = useState(false);
  const { clientId, authenticator } = client;
  const binding = bindingOf(client, versionOfConsole(consoleScript));
  const way = wayToSignIn(client);
  const address = addressToTry(adminBaseUrl, administeredRealm, states);
  const call = { clientId, address };
  const ofShell = curlCallFor(way, call, addresses);
  if (binding !== undefined) {
    return <p data-testid="noCallCode">{t("connect.code.bound", { binding })}</p>;
  }
  if (ofShell.kind === "none" || way.kind === "unknown") {
    const reason = ofShell.kind === "none" ? ofShell.reason : "unknown";
    const algorithm = "algorithm" in way ? way.algorithm : "";
    const values = { authenticator, algorithm };
    return <p data-testid="noCallCode">{t(`connect.code.none.${reason}`, values)}</p>;
  }
  const isOfSecret = way.kind === "secret";
  const offered = isOfSecret ? known : known.filter(({ id }) => id === "curl");
  const language = offered.find(({ id }) => id === languageId);
  const about =
    isOfSecret && isSecretWanted && secret.value !== undefined
      ? "connect.code.aboutWithSecret"
      : aboutTexts[way.kind];
  const write = () =>
    isOfSecret
      ? language?.write({
          ...call,
          tokenEndpoint: addresses.tokenEndpoint,
          adminBaseUrl,
          realm,
          administeredRealm,
          path: callToTry(states).path,
          secret: isSecretWanted ? secret.value : undefined,
        })
      : ofShell.text;
  return (
    <FormGroup label={t("connect.code")} fieldId="connect-language">
      <FormSelect
        id="connect-language"
        value={languageId}
        onChange={(_, id) => setLanguageId(id)}
        className={pf("u-mb-sm")}
        data-testid="codeLanguage"
      >
        {offered.map(({ id }) => (
          <FormSelectOption key={id} value={id} label={t(`connect.code.${id}`)} />
        ))}
      </FormSelect>
      {loading.kind === "failed" ? <p>{t("export.notLoaded")}</p> : null}
      <CopyField name={t("connect.code")} text={write() ?? ""} testId="connectCode" />
      <FormHelperText>{t(about, { address })}</FormHelperText>
      {isOfSecret ? (
        <Checkbox
          id="connect-with-secret"
          label={t("connect.code.withSecret")}
          isChecked={isSecretWanted}
          onChange={(_, isWanted) => {
            setIsSecretWanted(isWanted);
            if (isWanted) void secret.read();
          }}
          className={pf("u-mt-sm")}
        />
      ) : null}
    </FormGroup>
  );
}
