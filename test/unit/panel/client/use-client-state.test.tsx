// @vitest-environment happy-dom
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { expect, test, vi } from "vitest";
import {
  type ClientStateHandle,
  useClientState,
} from "../../../../src/panel/client/use-client-state.ts";
import { PanelContext } from "../../../../src/panel/context/panel-context.ts";
import { makeSnapshot } from "../../access/make-snapshot.ts";
import { makeContext } from "../make-context.ts";

const client = { clientUuid: "client-uuid", isAccountExpected: true, presetShown: undefined };
const stateOf = (realm: string) => ({
  kind: "ready" as const,
  snapshot: {
    ...makeSnapshot(),
    adminClient: { clientUuid: realm, clientId: `${realm}-realm` },
  },
});

/** The hook as a panel has it, rendered anew with each state. */
function open(): () => ClientStateHandle {
  let handle: ClientStateHandle | undefined;
  const context = makeContext();
  function Panel() {
    handle = useClientState(client);
    return null;
  }
  const root = createRoot(document.createElement("div"));
  flushSync(() =>
    root.render(
      <PanelContext.Provider value={context}>
        <Panel />
      </PanelContext.Provider>,
    ),
  );
  return () => {
    if (handle === undefined) throw new Error("The panel was not rendered.");
    return handle;
  };
}

test("what a change of one realm comes to is not shown as another realm's", async () => {
  const handle = open();
  const { setView } = handle();
  flushSync(() => setView(stateOf("master")));
  expect(handle().view).toEqual(stateOf("master"));
  flushSync(() => handle().administer("other"));
  await vi.waitFor(() => expect(handle().view).toEqual({ kind: "loading" }));
  flushSync(() => setView(stateOf("master")));
  expect(handle().view).toEqual({ kind: "loading" });
  flushSync(() => setView(stateOf("other")));
  expect(handle().view).toEqual(stateOf("other"));
});

test("a client that is gone is gone for every realm", () => {
  const handle = open();
  flushSync(() => handle().setView({ kind: "clientNotFound" }));
  expect(handle().view).toEqual({ kind: "clientNotFound" });
});
