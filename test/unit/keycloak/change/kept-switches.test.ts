import { expect, test } from "vitest";
import { keptSwitches } from "../../../../src/keycloak/change/kept-switches.ts";
import { makeSnapshot } from "../../access/make-snapshot.ts";

const { client } = makeSnapshot();

test("a switch that is on is named, so that no release turns it off", () => {
  const isOn = { authorizationServicesEnabled: true, frontchannelLogout: true };
  const settings = { publicClient: false, serviceAccountsEnabled: true };
  expect(keptSwitches({ ...client, ...settings, ...isOn })).toEqual({ ...settings, ...isOn });
});

test("a switch that is off isn't named, but front-channel logout of a public client: older releases turn it on", () => {
  const isOff = { authorizationServicesEnabled: false, frontchannelLogout: false };
  const settings = { publicClient: false, serviceAccountsEnabled: false };
  expect(keptSwitches({ ...client, ...settings, ...isOff })).toEqual(settings);
  expect(keptSwitches({ ...client, ...settings, ...isOff, publicClient: true })).toEqual({
    ...{ publicClient: true, serviceAccountsEnabled: false, frontchannelLogout: false },
  });
});
