// @vitest-environment happy-dom
import { render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { type PresetState, presetStates } from "../../../../src/access/presets/preset-state.ts";
import { presets, type RealmPreset } from "../../../../src/catalog/presets/presets.ts";
import { PanelContext } from "../../../../src/panel/context/panel-context.ts";
import { RowButtons } from "../../../../src/panel/presets/RowButtons.tsx";
import { makeSnapshot } from "../../access/make-snapshot.ts";
import { servedContext } from "../served-context.ts";
import { makeUser } from "../view-setup.ts";

/** A preset of the realm that lost a role since the client got it. */
const reader: RealmPreset = {
  ...{ id: "custom:reader", group: "custom" },
  roles: [{ container: "admin", name: "query-clients" }],
  formerly: [{ changedIn: "2", roles: [{ container: "admin", name: "view-events" }] }],
  custom: { name: "Reader", purpose: "", revision: 2, gives: [] },
};

function stateOfReader(): PresetState {
  const snapshot = makeSnapshot({ mapped: ["query-clients", "view-events"] });
  const markers = new Map([["service-account-presets.custom.reader", "1"]]);
  const client = { ...snapshot.client, markers };
  const [state] = presetStates({ ...snapshot, client }, [reader, ...presets]);
  if (state === undefined) throw new Error("The preset has no state.");
  return state;
}

test("an earlier revision of a preset can be brought up to date or removed, both in sight", async () => {
  const state = stateOfReader();
  expect(state.status.kind).toBe("changed");
  const nothing = vi.fn();
  const actions = {
    ...{ apply: vi.fn(), prepare: nothing, plan: vi.fn(), replace: nothing },
    ...{ export: nothing, document: nothing, planRemoval: nothing },
  };
  render(
    <PanelContext.Provider value={servedContext("demo", "anna")}>
      <RowButtons
        {...{ state, actions }}
        refusal={undefined}
        kept=""
        canReplace
        canReplaceWithThis={false}
        canRemove
        isRunning={false}
        isGainless={false}
        isQuiet={false}
      />
    </PanelContext.Provider>,
  );
  const user = makeUser();
  await user.click(screen.getByTestId("applyPreset"));
  expect(actions.apply).toHaveBeenCalledWith(state);
  await user.click(screen.getByTestId("removeInSight"));
  expect(actions.plan).toHaveBeenCalledWith(state, "remove");
});
