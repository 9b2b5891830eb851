import type { ClientSettings } from "../../access/model/snapshot.ts";
import { whyNoSecret } from "../check/why-no-secret.ts";
import { describeProblem } from "../context/describe-problem.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { FormGroup, FormHelperText } from "../parts/patternfly/form.ts";
import { SecretField } from "./SecretField.tsx";
import type { SecretHandle } from "./use-secret.ts";

interface CredentialsProps {
  readonly client: ClientSettings;
  readonly secret: SecretHandle;
}

/** Ways to sign in that are explained in words of their own. */
const explained = ["client-secret", "client-secret-jwt", "client-jwt", "client-x509"] as const;
/** Another server's token takes the place of a secret. */
const federated = ["federated-jwt", "federated-jwt-kubernetes"];

/** Ways to sign in that Keycloak keeps a secret for. */
const withSecret = ["client-secret", "client-secret-jwt"];

/** How the client proves who it is: its secret, on demand, or what stands in place of one. */
export function Credentials({ client, secret }: CredentialsProps) {
  const t = useTranslate();
  const { realm, addressOf } = usePanelContext();
  const { clientId, clientUuid, authenticator } = client;
  const kind =
    explained.find((it) => it === authenticator) ??
    (federated.includes(authenticator) ? "federated" : "other");
  const problem =
    secret.thrown === undefined
      ? undefined
      : describeProblem(t, secret.thrown, t("attempts.readSecret", { clientId }));
  return (
    <FormGroup label={t("connect.credentials")} role="group">
      {withSecret.includes(authenticator) ? (
        <SecretField secret={secret} testId="connectSecret" />
      ) : null}
      <FormHelperText data-testid="connectCredentials">
        {problem === undefined ? null : (
          <p role="alert" data-testid="secretProblem">
            {problem.title}.{" "}
            {problem.serverMessage === undefined
              ? null
              : `${t("problem.serverSays", { message: problem.serverMessage })} `}
            {whyNoSecret(t, secret.thrown) ?? problem.reason}
          </p>
        )}
        <div>{t(`connect.authenticator.${kind}`, { authenticator })}</div>
        <div>
          <a href={addressOf({ realm, clientUuid, tab: "credentials" })}>{t("connect.change")}</a>
        </div>
      </FormHelperText>
    </FormGroup>
  );
}
