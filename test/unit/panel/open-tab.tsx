import { render, screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { type ReactNode, useState } from "react";
import type { Snapshot } from "../../../src/access/model/snapshot.ts";
import { presetStates } from "../../../src/access/presets/preset-state.ts";
import { useClientState } from "../../../src/panel/client/use-client-state.ts";
import { useRoleContents } from "../../../src/panel/client/use-role-contents.ts";
import "../../../src/panel/context/asked-texts.ts";
import { type PageClient, PanelContext } from "../../../src/panel/context/panel-context.ts";
import { Panel } from "../../../src/panel/presets/Panel.tsx";
import { type OpenDialog, PresetsDialog } from "../../../src/panel/presets/PresetsDialog.tsx";
import type { InMemoryRealm } from "../../in-memory-keycloak/in-memory-realm.ts";
import { type ServedKeycloak, serveKeycloak } from "../keycloak/serve-keycloak.ts";
import { servedContext } from "./served-context.ts";
import { makeUser } from "./view-setup.ts";

/** A client, who looks at its page, and what the page says. */
interface TabSettings {
  readonly client?: Omit<Parameters<InMemoryRealm["makeClient"]>[0], "clientId">;
  /** Admin roles that are mapped to its service account. */
  readonly roles?: readonly string[];
  /** Changes the server before the tab is opened. */
  readonly arrange?: (served: ServedKeycloak, clientUuid: string) => void;
  readonly token?: string;
  /** The realm of the client; `demo` where nothing is said. */
  readonly isOfMaster?: boolean;
  readonly context?: Partial<PanelContext>;
  readonly page?: Partial<PageClient>;
}

/** The opened tab, and the server behind it. */
export interface OpenedTab extends ServedKeycloak {
  readonly user: UserEvent;
  readonly clientUuid: string;
  /** The client as the server has it now. */
  readonly client: () => ReturnType<InMemoryRealm["dump"]>["clients"][number];
  /** The admin roles that are mapped now, as the server has it. */
  readonly mapped: () => readonly string[];
}

/** Opens the tab of a client `api`, as a person does: it is being read when this returns. */
export function openTab(settings: TabSettings = {}): OpenedTab {
  return openOf(settings, (client) => <Panel client={client} />);
}

/**
 * Opens a dialog of the tab alone, for what is not about the rows behind it: drawing them takes most of
 * the time of a test.
 */
export function openDialog(
  kind: "check" | "connect" | "export" | "owner",
  settings: TabSettings = {},
): OpenedTab {
  const dialog: OpenDialog = kind === "export" ? { kind, presets: [] } : { kind };
  return openOf(settings, (client) => <DialogAlone dialog={dialog} client={client} />);
}

function DialogAlone({ dialog, client }: { dialog: OpenDialog; client: PageClient }) {
  const handle = useClientState(client);
  const { view } = handle;
  return view.kind === "ready" ? (
    <OpenedDialog {...{ dialog, handle }} snapshot={view.snapshot} />
  ) : null;
}

interface OpenedDialogProps {
  readonly dialog: OpenDialog;
  readonly handle: ReturnType<typeof useClientState>;
  readonly snapshot: Snapshot;
}

function OpenedDialog({ dialog, handle, snapshot }: OpenedDialogProps) {
  const contents = useRoleContents(snapshot, handle.subject);
  const [isOpen, setIsOpen] = useState(true);
  if (!isOpen) return null;
  const close = () => setIsOpen(false);
  return (
    <PresetsDialog
      {...{ dialog, snapshot, handle, contents }}
      states={presetStates(snapshot)}
      refusal={undefined}
      isBusy={false}
      failure={null}
      onOpen={close}
      onClose={close}
      onCarryOut={close}
    />
  );
}

function openOf(settings: TabSettings, content: (client: PageClient) => ReactNode): OpenedTab {
  const served = serveKeycloak();
  const { keycloak } = served;
  const realm = settings.isOfMaster === true ? keycloak.master : served.realm;
  keycloak.master.makeAdministrator({ token: "root", realmRoles: ["admin"] });
  const clientUuid = realm.makeClient({
    serviceAccountsEnabled: true,
    ...settings.client,
    clientId: "api",
  });
  const mapped = (settings.roles ?? []).map((name) => realm.findRole(name, realm.adminClientUuid));
  if (mapped.length > 0) {
    realm.mapRoles(
      realm.serviceAccountUserId(clientUuid) ?? "",
      mapped.map(({ id }) => id),
    );
  }
  settings.arrange?.(served, clientUuid);
  const token = settings.token ?? (settings.isOfMaster === true ? "root" : "anna");
  const context = servedContext(realm.name, token, settings.context);
  const page = { clientUuid, clientIdHint: "api", presetShown: undefined, ...settings.page };
  const user = makeUser();
  render(<PanelContext.Provider value={context}>{content(page)}</PanelContext.Provider>);
  return {
    ...served,
    realm,
    user,
    clientUuid,
    client: () => {
      const found = realm.dump().clients.find(({ id }) => id === clientUuid);
      if (found === undefined) throw new Error("The client is gone.");
      return found;
    },
    mapped: () => {
      const userId = realm.serviceAccountUserId(clientUuid);
      const roles = realm.dump().users.find(({ id }) => id === userId)?.roles ?? [];
      return roles.filter(([, kind]) => kind === "client role").map(([, , name]) => name);
    },
  };
}

/** The row of a preset, once it is shown. */
export async function rowOf(presetId: string) {
  const row = await screen.findByTestId(`preset-${presetId}`);
  const { getByTestId, queryByTestId, findByTestId } = within(row);
  return {
    row,
    get: getByTestId,
    query: queryByTestId,
    find: findByTestId,
    /** `applied`, `missing` …; undefined where nothing is said. */
    state: () => queryByTestId("presetState")?.dataset["state"],
  };
}
