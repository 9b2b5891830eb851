import { LoadFailure } from "../client/LoadFailure.tsx";
import { type ClientStateHandle, useClientState } from "../client/use-client-state.ts";
import type { PageClient } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Spinner } from "../parts/patternfly/spinner.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { useIsLate } from "../parts/use-is-late.ts";
import { PresetsView } from "./PresetsView.tsx";

/** The tab's content: what the service account holds, and the presets; or why there is none. */
export function Panel({ client }: { readonly client: PageClient }) {
  return (
    <div className={pf("u-p-md u-p-lg-on-xl")} data-testid="service-account-presets">
      <ClientView handle={useClientState(client)} client={client} />
    </div>
  );
}

interface ClientViewProps {
  readonly handle: ClientStateHandle;
  readonly client: PageClient;
}

function ClientView({ handle, client }: ClientViewProps) {
  const { view } = handle;
  switch (view.kind) {
    case "loading":
      return <Loading />;
    case "ready":
      return (
        <PresetsView
          key={view.snapshot.adminClient.clientUuid}
          snapshot={view.snapshot}
          handle={handle}
          presetShown={client.presetShown}
        />
      );
    default:
      return <LoadFailure {...{ view, client }} onRetry={handle.load} />;
  }
}

function Loading() {
  const t = useTranslate();
  const isLate = useIsLate(true);
  return isLate ? (
    <Spinner size="lg" aria-label={t("loading")} data-testid="presetsLoading" />
  ) : null;
}
