import { addressToTry } from "../../../access/check/call-to-try.ts";
import type { Snapshot } from "../../../access/model/snapshot.ts";
import { presetStates } from "../../../access/presets/preset-state.ts";
import { OwnCall } from "../../check/OwnCall.tsx";
import { usePanelContext } from "../../context/panel-context.ts";
import { useLogin } from "../../context/use-login.ts";
import { useTranslate } from "../../context/use-translate.ts";
import { SecretField } from "../../handover/SecretField.tsx";
import { Title } from "../../parts/patternfly/text.ts";
import { pf } from "../../parts/patternfly-classes.ts";
import type { Stage } from "../making/use-new-client.ts";
import { ExampleRequest } from "./ExampleRequest.tsx";
import { PowerSentence } from "./PowerSentence.tsx";
import { PrivateKey } from "./PrivateKey.tsx";

interface NewClientDoneProps {
  readonly stage: Extract<Stage, { kind: "done" }>;
  /** The client as it was read back; undefined where that failed. */
  readonly snapshot: Snapshot | undefined;
  /** Called after the private key was copied or saved. */
  readonly onKeySaved: () => void;
  /** Whether the page may be left; where it may not, the person is asked from now on. */
  readonly mayLeave: () => boolean;
}

/** What the client can do, how its program signs in, and a request that works. */
export function NewClientDone({ stage, snapshot, onKeySaved, mayLeave }: NewClientDoneProps) {
  const t = useTranslate();
  const { adminBaseUrl, realm, addressOf } = usePanelContext();
  const { login, addresses } = useLogin();
  const { made, secret } = stage;
  const { client, wish, keyPair, administeredRealm } = made;
  const { clientId, clientUuid } = client;
  const credential = keyPair?.signingKey ?? secret;
  const states = snapshot === undefined ? [] : presetStates(snapshot);
  const address = addressToTry(adminBaseUrl, administeredRealm, states);
  return (
    <div data-testid="newClientDone">
      {snapshot === undefined ? null : (
        <PowerSentence snapshot={snapshot} administeredRealm={administeredRealm} />
      )}
      <a
        href={addressOf({ realm, clientUuid })}
        onClick={(event) => {
          if (!mayLeave()) event.preventDefault();
        }}
        data-testid="openNewClient"
      >
        {t("newClient.open", { clientId })}
      </a>
      {wish.credential === "secret" ? (
        <section className={pf("u-mt-lg")} aria-labelledby="new-client-secret">
          <Title headingLevel="h2" size="md" id="new-client-secret">
            {t("newClient.secret")}
          </Title>
          {secret === undefined ? (
            <p>{t("newClient.secretUnread")}</p>
          ) : (
            <>
              <p className={pf("u-mb-sm")}>{t("newClient.secret.about")}</p>
              <SecretField
                secret={{
                  value: secret,
                  isReading: false,
                  thrown: undefined,
                  read: async () => secret,
                }}
                testId="newClientSecret"
              />
            </>
          )}
        </section>
      ) : null}
      {keyPair === undefined ? null : (
        <PrivateKey
          clientId={clientId}
          privateKeyPem={keyPair.privateKeyPem}
          onSaved={onKeySaved}
        />
      )}
      {addresses === undefined ? null : (
        <section className={pf("u-mt-lg")} aria-labelledby="new-client-call">
          <Title headingLevel="h2" size="md" id="new-client-call">
            {t("newClient.call")}
          </Title>
          <ExampleRequest made={made} secret={secret} address={address} addresses={addresses} />
          {credential === undefined ? null : (
            <OwnCall
              clientId={clientId}
              login={login}
              address={address}
              credential={async () => credential}
            />
          )}
        </section>
      )}
    </div>
  );
}
