import { useCallback, useState } from "react";
import { customRoleKey } from "../../../access/custom/custom-preset.ts";
import { containerOfRole, isOfAnotherRealm } from "../../../access/custom/role-container.ts";
import { escapeInvisible } from "../../../formats/escape-invisible.ts";
import {
  type AllClientsFound,
  searchAllClients,
} from "../../../keycloak/custom/search-all-clients.ts";
import { type Load, useAsync } from "../../context/use-async.ts";
import { useTranslate } from "../../context/use-translate.ts";
import { Button } from "../../parts/patternfly/button.ts";
import { pf } from "../../parts/patternfly-classes.ts";
import type { PickerProps } from "./picker-props.ts";
import { RoleChoice } from "./RoleChoice.tsx";

/** So many roles are shown at most. */
const most = 100;

interface AllClientsProps extends PickerProps {
  readonly text: string;
}

/** Searches the roles of all clients, one client after another, once that is asked for. */
export function AllClients({ text, ...picker }: AllClientsProps) {
  const t = useTranslate();
  const { api, place } = picker;
  const [begun, setBegun] = useState<Load<AllClientsFound>>();
  const [progress, setProgress] = useState<AllClientsFound>();
  const { state } = useAsync(begun);
  const begin = useCallback(
    () =>
      setBegun(
        () => (signal: AbortSignal) => searchAllClients(api, text, most, signal, setProgress),
      ),
    [api, text],
  );
  const shownText = escapeInvisible(text);
  if (begun === undefined && progress === undefined) {
    return (
      <Button
        variant="secondary"
        className={pf("u-mt-sm")}
        // What was typed can be longer than a narrow window.
        style={{ whiteSpace: "normal", overflowWrap: "anywhere", textAlign: "start" }}
        onClick={begin}
        data-testid="searchAll"
      >
        {t("custom.sweep", { text: shownText })}
      </Button>
    );
  }
  const isRunning = state.kind === "loading";
  // Admin roles have a group of their own.
  const found =
    progress?.roles.filter(({ role }) => {
      const container = containerOfRole(role, place);
      return container !== "admin" && !isOfAnotherRealm(container, place);
    }) ?? [];
  const count = progress?.searched ?? 0;
  return (
    <div className={pf("u-mt-sm")} aria-busy={isRunning} data-testid="allClients">
      <p className={pf("u-font-size-sm u-color-200")} role="status">
        {t(isRunning ? "custom.sweep.running" : "custom.sweep.done", { text: shownText, count })}{" "}
        {isRunning ? (
          <Button
            variant="link"
            isInline
            onClick={() => setBegun(undefined)}
            data-testid="stopSearch"
          >
            {t("custom.sweep.stop")}
          </Button>
        ) : null}
      </p>
      {state.kind === "failed" ? (
        <p className={pf("u-font-size-sm")} role="alert">
          {t("custom.found.failed")}{" "}
          <Button variant="link" isInline onClick={begin}>
            {t("problem.retry")}
          </Button>
        </p>
      ) : null}
      {found.map((role) => (
        <RoleChoice key={customRoleKey(role.role)} found={role} {...picker} />
      ))}
      {progress?.isCut === true ? (
        <p className={pf("u-font-size-sm u-color-200")}>{t("custom.sweep.cut")}</p>
      ) : null}
      {progress?.isPartlyHidden === true ? (
        <p className={pf("u-font-size-sm u-color-200")}>{t("custom.sweep.hidden")}</p>
      ) : null}
    </div>
  );
}
