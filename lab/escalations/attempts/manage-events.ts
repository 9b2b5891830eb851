import type { Attempt } from "../attempt.ts";
import { Refusal } from "../refusal.ts";
import { signInWithPassword } from "../request-token.ts";
import { becomeRobotByItsToken } from "./view-events.ts";

/** What changing events leads to. */
export const manageEvents: readonly Attempt[] = [
  {
    id: "read-registration-token-with-manage-events",
    roles: ["manage-events"],
    harm: "realmAdmin",
    attack: becomeRobotByItsToken,
  },
  {
    id: "erase-audit-trail",
    roles: ["manage-events"],
    harm: "critical",
    attack: async ({ attacker, lab, chief, ...at }) => {
      await lab.create("/users", { username: "trace" });
      await signInWithPassword(at, chief.name, chief.secret);
      const traces = () =>
        Promise.all(["/events", "/admin-events"].map((path) => lab.read<unknown[]>(path)));
      const before = await traces();
      if (before.some(({ length }) => length === 0)) throw new Error("Nothing was recorded.");
      await attacker.caller.send("PUT", "/events/config", {
        ...{ eventsEnabled: false, adminEventsEnabled: false },
      });
      await attacker.caller.send("DELETE", "/events");
      await attacker.caller.send("DELETE", "/admin-events");
      const after = await traces();
      if (after.some(({ length }) => length > 0)) throw new Refusal("Something was kept.");
    },
  },
];
