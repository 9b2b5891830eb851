import { afterEach, expect, test, vi } from "vitest";
import { readSignedIn } from "../../../../src/keycloak/client/read-signed-in.ts";
import { answering, serveKeycloak } from "../serve-keycloak.ts";

afterEach(() => void vi.unstubAllGlobals());

test("who is signed in is told by their username", async () => {
  const { realm, apiOf } = serveKeycloak();
  const userId = realm.makeAdministrator({
    ...{ token: "bert", username: "bert.b", adminRoles: ["view-users"] },
  });
  expect(await readSignedIn(apiOf("bert"), "demo")).toEqual({ userId, name: "bert.b" });
});

test("a person of master is looked up there", async () => {
  const { keycloak, apiOf } = serveKeycloak();
  const userId = keycloak.master.makeAdministrator({
    ...{ token: "root", username: "root", realmRoles: ["admin"] },
  });
  expect(await readSignedIn(apiOf("root"), "master")).toEqual({ userId, name: "root" });
});

test("who may not see users is told by the name that the console shows", async () => {
  const { realm, apiOf } = serveKeycloak();
  const userId = realm.makeAdministrator({
    ...{ token: "bert", username: "bert.b", adminRoles: ["manage-clients"] },
  });
  expect(await readSignedIn(apiOf("bert"), "demo")).toEqual({ userId, name: "Name of bert.b" });
});

test("where the console's own request fails, nobody is named", async () => {
  const { apiOf, faults } = serveKeycloak();
  faults.push({ request: /whoami/, fault: answering(500) });
  await expect(readSignedIn(apiOf(), "demo")).rejects.toMatchObject({ attempt: "readSignedIn" });
});

test("where no request can be sent at all, that is thrown", async () => {
  const { apiOf } = serveKeycloak();
  const api = apiOf();
  let count = 0;
  const call: typeof api.call = (name, request) => {
    count += 1;
    if (count > 1) throw new Error("The session is gone.");
    return api.call(name, request);
  };
  await expect(readSignedIn({ ...api, call }, "demo")).rejects.toThrow("The session is gone.");
});
