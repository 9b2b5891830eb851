import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listGroupsOfUser } from "../../../../src/keycloak/client/list-groups-of-user.ts";
import { answering, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;
let userId: string;

beforeEach(() => {
  served = serveKeycloak();
  const { realm } = served;
  const clientUuid = realm.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  userId = realm.serviceAccountUserId(clientUuid) ?? "";
});

afterEach(() => vi.unstubAllGlobals());

const list = () => listGroupsOfUser(served.apiOf(), "listRoles", userId);

test("a group above several of the user's groups is listed once, and all groups above it too", async () => {
  const { realm } = served;
  const top = realm.makeGroup("top");
  const middle = realm.makeGroup("middle", top);
  const [left, right] = ["left", "right"].map((name) => realm.makeGroup(name, middle));
  for (const group of [left, right]) realm.joinGroup(userId, group ?? "");
  expect(await list()).toEqual({
    direct: [
      { id: left, name: "left", parentId: middle },
      { id: right, name: "right", parentId: middle },
    ],
    above: [
      { id: middle, name: "middle", parentId: top },
      { id: top, name: "top", parentId: undefined },
    ],
  });
});

test("a group above that was deleted meanwhile has no name", async () => {
  const { realm, faults } = served;
  const top = realm.makeGroup("top");
  realm.joinGroup(userId, realm.makeGroup("below", top));
  faults.push({ request: new RegExp(`^GET /groups/${top}$`), fault: answering(404) });
  expect((await list()).above).toEqual([{ id: top, name: undefined, parentId: undefined }]);
});
