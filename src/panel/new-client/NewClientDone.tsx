import { addressToTry } from "../../access/check/call-to-try.ts";
import { presetStates } from "../../access/presets/preset-state.ts";
import { curlCall, curlCallWithKey } from "../../formats/curl-call.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import { OwnCall } from "../check/OwnCall.tsx";
import { usePanelContext } from "../context/panel-context.ts";
import { useLogin } from "../context/use-login.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { CopyField } from "../parts/CopyField.tsx";
import { Text, TextContent, Title } from "../parts/patternfly/text.ts";
import type { Stage } from "./use-new-client.ts";

interface NewClientDoneProps {
  readonly stage: Extract<Stage, { kind: "done" }>;
}

/** What the program needs: its secret or key, shown once, and a call that works. */
export function NewClientDone({ stage }: NewClientDoneProps) {
  const t = useTranslate();
  const { adminBaseUrl, realm, addressOf } = usePanelContext();
  const { login, addresses } = useLogin();
  const { made, making, secret } = stage;
  const { client, wish, keyPair, administeredRealm } = made;
  const { clientId, clientUuid } = client;
  const credential = keyPair?.signingKey ?? secret;
  const { state } = making.outcome;
  const states = state?.kind === "ready" ? presetStates(state.snapshot) : [];
  const address = addressToTry(adminBaseUrl, administeredRealm, states);
  const presets = joinNames(wish.presets.map((preset) => nameOf(t, preset)));
  return (
    <TextContent data-testid="newClientDone">
      <Text>
        {t(wish.presets.length === 0 ? "newClient.madeWithout" : "newClient.madeWith", {
          clientId,
          presets,
        })}
      </Text>
      <Text>
        <a href={addressOf({ realm, clientUuid })}>{t("newClient.open")}</a>
      </Text>
      {secret === undefined ? null : (
        <Once name="newClient.secret" about="newClient.secret.once" testId="newClientSecret">
          {secret}
        </Once>
      )}
      {keyPair === undefined ? null : (
        <Once name="newClient.key" about="newClient.key.once" testId="newClientKey">
          {keyPair.privateKeyPem}
        </Once>
      )}
      {secret === undefined && wish.credential === "secret" ? (
        <Text>{t("newClient.secretUnread")}</Text>
      ) : null}
      {addresses === undefined ? null : (
        <>
          <Once
            name="newClient.call"
            about={
              wish.credential === "secret" ? "newClient.call.about" : "newClient.call.aboutKey"
            }
            testId="newClientCall"
          >
            {commands(addresses)}
          </Once>
          {credential === undefined ? null : (
            <OwnCall
              clientId={clientId}
              login={login}
              address={address}
              credential={async () => credential}
            />
          )}
        </>
      )}
    </TextContent>
  );

  function commands({ tokenEndpoint, issuer }: { tokenEndpoint: string; issuer: string }): string {
    const call = { tokenEndpoint, clientId, address };
    if (wish.credential !== "secret") {
      const kid = keyPair?.signingKey.kid;
      return `CLIENT_KEY=private-key.pem\n${curlCallWithKey(call, { issuer, kid })}`;
    }
    return curlCall({ ...call, secret });
  }
}

interface OnceProps {
  readonly name: "newClient.secret" | "newClient.key" | "newClient.call";
  readonly about:
    | `${"newClient.secret" | "newClient.key"}.once`
    | `newClient.call.${"about" | "aboutKey"}`;
  readonly testId: string;
  readonly children: string;
}

/** Something to be copied now. */
function Once({ name, about, testId, children }: OnceProps) {
  const t = useTranslate();
  return (
    <>
      <Title headingLevel="h2" size="md">
        {t(name)}
      </Title>
      <Text>{t(about)}</Text>
      <CopyField name={t(name)} text={children} testId={testId} />
    </>
  );
}
