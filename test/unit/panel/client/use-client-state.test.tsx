// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import {
  type ClientStateHandle,
  useClientState,
} from "../../../../src/panel/client/use-client-state.ts";
import { PanelContext } from "../../../../src/panel/context/panel-context.ts";
import { makeSnapshot } from "../../access/make-snapshot.ts";
import { serveKeycloak } from "../../keycloak/serve-keycloak.ts";
import { heldBack } from "../held-back.ts";
import { makeContext } from "../make-context.ts";
import { servedContext } from "../served-context.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const stateOf = (realm: string) => ({
  kind: "ready" as const,
  snapshot: {
    ...makeSnapshot(),
    adminClient: {
      clientUuid: realm,
      clientId: `${realm}-realm`,
      authorizationServicesEnabled: false,
    },
  },
});

/** The hook as a panel has it, on a page whose server does not answer where nothing else is said. */
function open(clientUuid = "client-uuid", context = makeContext()): () => ClientStateHandle {
  const client = { clientUuid, clientIdHint: "api", presetShown: undefined };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <PanelContext.Provider value={context}>{children}</PanelContext.Provider>
  );
  const { result } = renderHook(() => useClientState(client), { wrapper });
  return () => result.current;
}

test("what a change of one realm comes to is not shown as another realm's", async () => {
  const handle = open();
  const { setView } = handle();
  act(() => setView(stateOf("master")));
  expect(handle().view).toEqual(stateOf("master"));
  act(() => handle().administer("other"));
  expect(handle().view).toEqual({ kind: "loading" });
  act(() => setView(stateOf("master")));
  expect(handle().view).toEqual({ kind: "loading" });
  act(() => setView(stateOf("other")));
  expect(handle().view).toEqual(stateOf("other"));
});

test("a client that is gone is gone for every realm, whatever is found out of it later", () => {
  const handle = open();
  act(() => handle().setView({ kind: "clientNotFound" }));
  act(() => handle().amend((shown) => ({ ...shown, adminClientScope: undefined })));
  expect(handle().view).toEqual({ kind: "clientNotFound" });
});

test("what was read before a change ended is not shown in the place of what came of it", async () => {
  const { realm, faults, sent } = serveKeycloak();
  const clientUuid = realm.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  const handle = open(clientUuid, servedContext("demo", "anna"));
  await waitFor(() => expect(handle().view.kind).toBe("ready"));
  const { view } = handle();
  if (view.kind !== "ready") throw new Error("It was not read.");
  const { fault, letGo } = heldBack();
  faults.push({ request: /^GET \/clients\/[^/]+$/, fault });
  act(() => handle().load());
  expect(handle().view.kind).toBe("loading");
  const changed = {
    ...view,
    snapshot: { ...view.snapshot, mapped: new Set(["admin:x"] as const) },
  };
  act(() => handle().setView(changed));
  const before = sent.length;
  letGo();
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(handle().view).toEqual(changed);
  expect(sent.length).toBeGreaterThanOrEqual(before);
});
