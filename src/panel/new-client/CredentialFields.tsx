import { useTranslate } from "../context/use-translate.ts";
import { FormGroup, TextInput } from "../parts/patternfly/form.ts";
import { Radio } from "../parts/patternfly/radio.ts";
import { credentialKinds, isWebAddress, type Wish } from "./making/new-client.ts";

interface CredentialFieldsProps {
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
}

/** How the client proves who it is. */
export function CredentialFields({ wish, onWish }: CredentialFieldsProps) {
  const t = useTranslate();
  const { credential, jwksUrl } = wish;
  return (
    <FormGroup label={t("newClient.credential")} role="radiogroup" isStack>
      {credentialKinds.map((kind) => {
        // Only pages over https, or on this machine, may make keys.
        const isDisabled = kind === "keyPair" && !isSecureContext;
        return (
          <Radio
            key={kind}
            id={`new-client-${kind}`}
            name="new-client-credential"
            label={t(`newClient.credential.${kind}`)}
            description={t(
              isDisabled
                ? "newClient.credential.keyPair.insecure"
                : `newClient.credential.${kind}.about`,
            )}
            isChecked={credential === kind}
            isDisabled={isDisabled}
            onChange={() => onWish({ ...wish, credential: kind })}
          />
        );
      })}
      {credential === "jwksUrl" ? (
        <TextInput
          id="new-client-jwks-url"
          type="url"
          aria-label={t("newClient.credential.jwksUrl")}
          placeholder="https://"
          value={jwksUrl}
          validated={jwksUrl === "" || isWebAddress(jwksUrl) ? "default" : "error"}
          onChange={(_, text) => onWish({ ...wish, jwksUrl: text })}
          data-testid="newClientJwksUrl"
        />
      ) : null}
    </FormGroup>
  );
}
