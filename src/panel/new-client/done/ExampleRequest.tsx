import { useState } from "react";
import { curlCall, curlCallWithKey } from "../../../formats/code/curl-call.ts";
import type { TokenAddresses } from "../../../formats/code/curl-call-for.ts";
import { quoteForShell } from "../../../formats/quote-for-shell.ts";
import { useTranslate } from "../../context/use-translate.ts";
import { CopyField } from "../../parts/CopyField.tsx";
import { Checkbox } from "../../parts/patternfly/checkbox.ts";
import { pf } from "../../parts/patternfly-classes.ts";
import type { Made } from "../making/use-new-client.ts";
import { keyFileName } from "./key-file-name.ts";

interface ExampleRequestProps {
  readonly made: Made;
  /** Undefined where it could not be read, and where the client has none. */
  readonly secret: string | undefined;
  readonly address: string;
  readonly addresses: TokenAddresses;
}

/** Commands that sign in as the client and make one call; the secret is in them only where a person wants that. */
export function ExampleRequest({ made, secret, address, addresses }: ExampleRequestProps) {
  const t = useTranslate();
  const [isSecretWanted, setIsSecretWanted] = useState(false);
  const { client, wish, keyPair } = made;
  const { clientId } = client;
  const call = { tokenEndpoint: addresses.tokenEndpoint, clientId, address };
  const isOfSecret = wish.credential === "secret";
  const isSecretIn = isOfSecret && isSecretWanted && secret !== undefined;
  const key = { issuer: addresses.issuer, kid: keyPair?.signingKey.kid };
  const text = isOfSecret
    ? curlCall({ ...call, secret: isSecretIn ? secret : undefined })
    : `CLIENT_KEY=${quoteForShell(keyFileName(clientId))}\n${curlCallWithKey(call, key)}`;
  const about = isOfSecret ? (isSecretIn ? "withSecret" : "secret") : "key";
  return (
    <>
      <p className={pf("u-mb-sm")}>{t(`newClient.call.${about}`)}</p>
      <CopyField name={t("newClient.call")} text={text} testId="newClientCall" />
      {isOfSecret && secret !== undefined ? (
        <Checkbox
          id="new-client-call-secret"
          label={t("connect.code.withSecret")}
          isChecked={isSecretWanted}
          onChange={(_, isWanted) => setIsSecretWanted(isWanted)}
          className={pf("u-mt-sm")}
        />
      ) : null}
    </>
  );
}
