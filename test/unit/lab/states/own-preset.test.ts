/** The presets of realms that states are about, as they are stored and as the oracle reads them. */
import { expect, test } from "vitest";
import { readStoreTruth } from "../../../../lab/states/oracle/read-document.ts";
import { factors, type State } from "../../../../lab/states/state/factors.ts";
import { markersOf, presetIdOf } from "../../../../lab/states/state/own-preset.ts";
import { chooseStates } from "../../../../lab/states/state/random-states.ts";
import { clientsOfPresets } from "../../../../lab/states/world/own-presets.ts";

const [some] = chooseStates(1, 1);
if (some === undefined) throw new Error("No state was chosen.");

/** What the oracle finds in the realm of a state. */
function truthOf(ownPreset: State["ownPreset"]) {
  const clients = clientsOfPresets({ ...some, ownPreset } as State);
  return readStoreTruth(
    clients.map(({ clientId = "", attributes = {} }) => ({ id: clientId, clientId, attributes })),
  );
}

test("a realm has no store, one of another product, or one with every preset that can be read", () => {
  expect(truthOf("none").kind).toBe("none");
  expect(truthOf("notOurs")).toEqual({ kind: "notOurs", presets: new Map() });
  const { kind, presets } = truthOf("changed");
  expect(kind).toBe("found");
  const readable = (["adminRoles", "otherRoles", "changed"] as const).flatMap((ownPreset) =>
    factors.power.map((power) => presetIdOf({ ownPreset, power })),
  );
  expect([...presets.keys()].sort()).toEqual(readable.sort());
});

test("a preset that changed has the roles of the revision that its client got", () => {
  for (const power of factors.power) {
    const state: State = { ...some, ownPreset: "changed", power };
    const preset = truthOf("changed").presets.get(presetIdOf(state));
    expect(preset?.revision).toBeGreaterThan(1);
    expect(Object.values(markersOf(state))).toEqual(["1"]);
    expect(preset?.formerly.get(1)?.length).toBeGreaterThan(0);
    expect(preset?.formerly.get(1)).not.toEqual(preset?.roles);
  }
});
