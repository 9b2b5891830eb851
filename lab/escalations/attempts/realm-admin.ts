import { sendRequest, succeeded } from "../../measure/calls/send-request.ts";
import type { Attempt } from "../attempt.ts";
import { callerWith } from "../caller.ts";
import { giveRealmAdmin, proveRealmAdmin } from "../prove-realm-admin.ts";
import { Refusal } from "../refusal.ts";

const roles = ["realm-admin"];

/** What the highest role of a realm leads to. */
export const realmAdmin: readonly Attempt[] = [
  {
    id: "do-everything-in-realm",
    roles,
    harm: "realmAdmin",
    attack: (scene) => proveRealmAdmin(scene, scene.attacker.caller.token),
  },
  {
    id: "give-realm-admin-to-accomplice",
    roles,
    harm: "realmAdmin",
    attack: (scene) => giveRealmAdmin(scene, scene.attacker.caller.token),
  },
  {
    id: "reach-other-realm",
    roles,
    harm: "critical",
    attack: async ({ baseUrl, attacker }) => {
      const other = callerWith(baseUrl, "master", attacker.caller.token);
      await other.send("GET", "/users");
    },
  },
  {
    id: "create-realm",
    roles,
    harm: "high",
    attack: async ({ baseUrl, realm, attacker: { caller } }) => {
      const body = { realm: `${realm}-too` };
      const request = { method: "POST", path: "/admin/realms", token: caller.token, body };
      const answer = await sendRequest(baseUrl, request);
      if (!succeeded(answer)) throw new Refusal(`${answer.status} ${answer.text}`);
    },
  },
];
