import { bulletList } from "../parts/patternfly/list-style.ts";
import "./custom-texts.ts";
import { useCallback } from "react";
import type { CustomPreset } from "../../access/custom/custom-preset.ts";
import type { Store } from "../../access/custom/store-of.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { deletePreset } from "../../keycloak/custom/delete-preset.ts";
import { findMarkedClients, type MarkedClient } from "../../keycloak/custom/find-marked-clients.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useAsync } from "../context/use-async.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { Modal } from "../parts/patternfly/modal.tsx";
import { Spinner } from "../parts/patternfly/spinner.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { ReadOnlyAlert } from "./ReadOnlyAlert.tsx";
import { StoreFailureAlert } from "./StoreFailureAlert.tsx";
import { useStoreChange } from "./use-store-change.ts";
import { useWhyReadOnly } from "./use-why-read-only.ts";

interface DeletePresetProps {
  readonly api: AdminApi;
  /** The store as it was read. */
  readonly store: Store;
  /** A preset of the store; one that can't be read has its id for a name. */
  readonly preset: Pick<CustomPreset, "id" | "name">;
  /** The preset was deleted: the store is to be read again. */
  readonly onDeleted: () => void;
  readonly onClose: () => void;
}

/** Asks whether to delete a preset of the realm, and says which clients got it: they keep their roles. */
export function DeletePreset({ api, store, preset, onDeleted, onClose }: DeletePresetProps) {
  const t = useTranslate();
  const { id } = preset;
  const name = escapeInvisible(preset.name);
  const { state, reload } = useAsync(useCallback(() => findMarkedClients(api, id), [api, id]));
  const { why } = useWhyReadOnly(store, false);
  const { isRunning, failure, run } = useStoreChange(onDeleted);
  const expected = store.kind === "found" ? store.values.get(id) : undefined;
  const isReading = state.kind === "loading";
  const isBarred = isRunning || isReading || why !== undefined || expected === undefined;
  const close = () => {
    if (!isRunning) onClose();
  };
  return (
    <Modal
      isOpen
      variant="small"
      title={t("custom.delete.title", { name })}
      titleIconVariant="warning"
      onClose={close}
      data-testid="deletePreset"
      actions={[
        <Button
          key="delete"
          variant="danger"
          isLoading={isRunning}
          isAriaDisabled={isBarred}
          onClick={() => {
            if (!isBarred) void run(() => deletePreset(api, id, expected));
          }}
          data-testid="confirmDelete"
        >
          {t("custom.delete.confirm")}
        </Button>,
        <Button
          key="cancel"
          variant="link"
          isAriaDisabled={isRunning}
          onClick={close}
          data-testid="cancelDelete"
        >
          {t("confirm.cancel")}
        </Button>,
      ]}
    >
      <ReadOnlyAlert why={why} />
      {failure === undefined ? null : (
        <StoreFailureAlert failure={failure} attempt={t("custom.attempt.delete", { name })} />
      )}
      <div aria-live="polite" aria-busy={isReading}>
        {isReading ? <Spinner size="md" aria-label={t("custom.delete.reading")} /> : null}
        {state.kind === "failed" ? (
          <p>
            {t("custom.delete.notKnown")}{" "}
            <Button variant="link" isInline onClick={reload}>
              {t("problem.retry")}
            </Button>
          </p>
        ) : null}
        {state.kind === "done" ? <Holders clients={state.value} realm={api.realm} /> : null}
      </div>
    </Modal>
  );
}

/** So many clients are named; the others are counted. */
const mostNamed = 20;

interface HoldersProps {
  readonly clients: readonly MarkedClient[];
  readonly realm: string;
}

function Holders({ clients, realm }: HoldersProps) {
  const t = useTranslate();
  const { addressOf } = usePanelContext();
  const count = clients.length;
  if (count === 0) return <p data-testid="noHolders">{t("custom.delete.none")}</p>;
  return (
    <>
      <p>{t("custom.delete.holders", { count })}</p>
      <ul
        className={pf("u-mt-sm u-mb-sm")}
        style={{ ...bulletList, overflowWrap: "anywhere" }}
        data-testid="holders"
      >
        {clients.slice(0, mostNamed).map(({ clientUuid, clientId }) => (
          <li key={clientUuid}>
            <a href={addressOf({ realm, clientUuid })} target="_blank" rel="noreferrer">
              {escapeInvisible(clientId)}
            </a>
          </li>
        ))}
      </ul>
      {count > mostNamed ? <p>{t("custom.delete.more", { count: count - mostNamed })}</p> : null}
      <p>{t("custom.delete.stays")}</p>
    </>
  );
}
