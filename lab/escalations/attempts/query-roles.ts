import { assertReads } from "../assert-reads.ts";
import type { Attempt } from "../attempt.ts";

/** What the roles for searching lead to: each is there for another one that shows what is found. */
export const queryRoles: readonly Attempt[] = [
  {
    id: "read-user-with-query-users",
    roles: ["query-users"],
    harm: "medium",
    attack: ({ attacker: { caller }, chief }) =>
      assertReads(
        caller,
        ["/users", `/users?search=${chief.name}`, `/users/${chief.id}`],
        `${chief.name}@example.org`,
      ),
  },
  {
    id: "read-group-with-query-groups",
    roles: ["query-groups"],
    harm: "medium",
    attack: ({ attacker: { caller }, board }) =>
      assertReads(
        caller,
        ["/groups", `/groups?search=${board.name}`, `/groups/${board.id}`],
        `"${board.name}"`,
      ),
  },
  {
    id: "read-client-with-query-clients",
    roles: ["query-clients"],
    harm: "critical",
    attack: ({ attacker: { caller }, robot }) =>
      assertReads(
        caller,
        [
          ...["/clients", `/clients?clientId=${robot.name}`, `/clients/${robot.id}`],
          `/clients/${robot.id}/client-secret`,
        ],
        robot.secret,
      ),
  },
  {
    id: "read-settings-with-query-realms",
    roles: ["query-realms"],
    harm: "low",
    realm: { smtpServer: { host: "mail.example.org", from: "keycloak@example.org" } },
    attack: ({ attacker: { caller } }) =>
      assertReads(caller, ["", "/components"], "mail.example.org"),
  },
  {
    id: "read-organization-with-query-organizations",
    roles: ["query-organizations"],
    harm: "low",
    realm: { organizationsEnabled: true },
    attack: async ({ attacker: { caller }, lab }) => {
      const organization = await lab.create("/organizations", {
        ...{ name: "acme", alias: "acme", domains: [{ name: "acme.example.org" }] },
      });
      const paths = ["/organizations", `/organizations/${organization}`];
      await assertReads(caller, paths, "acme.example.org");
    },
  },
];
