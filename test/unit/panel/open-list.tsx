import { render, screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect } from "vitest";
import { PanelContext } from "../../../src/panel/context/panel-context.ts";
import { ServiceAccounts } from "../../../src/panel/service-accounts/ServiceAccounts.tsx";
import type { InMemoryRealm, NewAdministrator } from "../../in-memory-keycloak/in-memory-realm.ts";
import { type ServedKeycloak, serveKeycloak } from "../keycloak/serve-keycloak.ts";
import { servedContext } from "./served-context.ts";
import { makeUser } from "./view-setup.ts";

/** The clients of a realm, who looks at them, and what the page says. */
interface ListSettings {
  /** Clients with a service account by their client ID, and the admin roles that are mapped to each. */
  readonly accounts?: Readonly<Record<string, readonly string[]>>;
  /** Changes the server before the list is opened. */
  readonly arrange?: (list: Pick<OpenedList, keyof ServedKeycloak | "clientOf">) => void;
  /** Admin roles of who looks at it; all of them where nothing is said. */
  readonly adminRoles?: NewAdministrator["adminRoles"];
  readonly isOfMaster?: boolean;
  readonly context?: Partial<PanelContext>;
}

/** The opened list, and the server behind it. */
export interface OpenedList extends ServedKeycloak {
  readonly user: UserEvent;
  /** The UUID of a client. */
  readonly clientOf: (clientId: string) => string;
  /** The admin roles that are mapped to a client's service account now. */
  readonly mapped: (clientId: string) => readonly string[];
  /** Ends the panel, as leaving the page does. */
  readonly leave: () => void;
}

/** Makes a client with a service account that has admin roles of the realm mapped; its UUID. */
export function makeAccount(
  realm: InMemoryRealm,
  clientId: string,
  roles: readonly string[],
): string {
  const uuid = realm.makeClient({ clientId, serviceAccountsEnabled: true });
  const ids = roles.map((name) => realm.findRole(name, realm.adminClientUuid).id);
  realm.mapRoles(realm.serviceAccountUserId(uuid) ?? "", ids);
  return uuid;
}

/** Opens the list of service accounts, as a person does: it is being read when this returns. */
export function openList(settings: ListSettings = {}): OpenedList {
  const served = serveKeycloak();
  const { keycloak } = served;
  const realm = settings.isOfMaster === true ? keycloak.master : served.realm;
  keycloak.master.makeAdministrator({ token: "root", realmRoles: ["admin"] });
  const { adminRoles } = settings;
  if (adminRoles !== undefined) realm.makeAdministrator({ token: "bert", adminRoles });
  for (const [clientId, roles] of Object.entries(settings.accounts ?? {})) {
    makeAccount(realm, clientId, roles);
  }
  const clientOf = (clientId: string) =>
    realm.dump().clients.find((client) => client.clientId === clientId)?.id ?? "";
  settings.arrange?.({ ...served, realm, clientOf });
  const ofRealm = settings.isOfMaster === true ? "root" : "anna";
  const token = adminRoles === undefined ? ofRealm : "bert";
  const ended = new AbortController();
  const context = servedContext(realm.name, token, { signal: ended.signal, ...settings.context });
  const user = makeUser();
  render(
    <PanelContext.Provider value={context}>
      <ServiceAccounts />
    </PanelContext.Provider>,
  );
  return {
    ...served,
    realm,
    user,
    clientOf,
    mapped: (clientId) => {
      const id = realm.serviceAccountUserId(clientOf(clientId));
      const roles = realm.dump().users.find((it) => it.id === id)?.roles ?? [];
      return roles.filter(([, kind]) => kind === "client role").map(([, , name]) => name);
    },
    leave: () => ended.abort(),
  };
}

/** Waits until all is read. */
export async function waitUntilRead(): Promise<void> {
  await waitFor(() => expect(screen.getByTestId("surveyProgress").dataset["status"]).toBe("done"));
}

/** The client IDs that are listed, in their order. */
export function listed(): readonly string[] {
  return screen
    .queryAllByTestId(/^account-/)
    .map(({ dataset }) => dataset["testid"]?.replace("account-", "") ?? "");
}
