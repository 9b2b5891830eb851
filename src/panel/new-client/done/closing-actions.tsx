import type { Translate } from "../../../texts/translate.ts";
import { Button } from "../../parts/patternfly/button.ts";
import type { Made } from "../making/use-new-client.ts";
import { DownloadKey } from "./DownloadKey.tsx";
import type { KeyGuard } from "./use-key-guard.ts";

interface ClosingActions {
  readonly made: Made;
  readonly guard: Pick<KeyGuard<HTMLElement>, "isAsking" | "goBack" | "onSaved">;
  readonly isRunning: boolean;
  readonly close: () => void;
  /** Closes though the key was not saved. */
  readonly discard: () => void;
}

/** The buttons below what was made; before a key is lost, those that answer to that. */
export function closingActions(t: Translate, actions: ClosingActions) {
  const { made, guard, isRunning, close, discard } = actions;
  const { keyPair, client } = made;
  if (!guard.isAsking || keyPair === undefined) {
    return [
      <Button
        key="close"
        variant="link"
        isAriaDisabled={isRunning}
        onClick={close}
        data-testid="closeNewClient"
      >
        {t("done.close")}
      </Button>,
    ];
  }
  return [
    <DownloadKey
      key="download"
      clientId={client.clientId}
      privateKeyPem={keyPair.privateKeyPem}
      onSaved={guard.onSaved}
      testId="downloadKeyFirst"
    />,
    <Button key="discard" variant="danger" onClick={discard} data-testid="discardKey">
      {t("newClient.key.discard")}
    </Button>,
    <Button key="back" variant="link" onClick={guard.goBack} data-testid="backToKey">
      {t("newClient.key.back")}
    </Button>,
  ];
}
