import fc from "fast-check";
import { expect, test } from "vitest";
import { asCurl } from "../../../src/formats/as-curl.ts";
import { asKcadm } from "../../../src/formats/as-kcadm.ts";
import { anyHandover, userLookup } from "./any-handover.ts";
import { runInShell } from "./run-in-shell.ts";

/** Runs the commands with an admin CLI that notes what it was told. */
function runKcadm(script: string) {
  return runInShell(`kcadm() { curl "$@"; }\n${script.replaceAll("./kcadm.sh", "kcadm")}`, {});
}

test("the admin CLI maps the roles and puts them into the scope", () => {
  const { calls, status } = runKcadm(asKcadm(userLookup));
  expect(status).toBe(0);
  expect(calls).toContainEqual([
    ...["add-roles", "-r", "demo", "--uusername", "service-account-billing"],
    ...["--cclientid", "realm-management"],
    ...["--rolename", "query-users", "--rolename", "view-users"],
  ]);
  expect(calls.filter(([command]) => command === "create")).toHaveLength(1);
  expect(runKcadm(asKcadm({ ...userLookup, isScoped: false })).calls).toHaveLength(1);
});

test("whatever names contain, each is one argument and nothing is run or left behind", () => {
  fc.assert(
    fc.property(anyHandover, (handover) => {
      const { calls, left, errors } = runKcadm(asKcadm(handover));
      expect({ left, errors }).toEqual({ left: [], errors: "" });
      const [mapping] = calls.filter(([command]) => command === "add-roles");
      expect(decodeURIComponent(mapping?.[2] ?? "")).toBe(handover.realm);
      const named = calls.flatMap((call) =>
        call.filter((_, place) => call[place - 1] === "--rolename"),
      );
      expect(new Set(named)).toEqual(new Set([...handover.adminRoles, ...handover.realmRoles]));
    }),
    { numRuns: 30 },
  );
});

test("the curl commands find the client by its name, whatever it contains", () => {
  fc.assert(
    fc.property(anyHandover, (handover) => {
      const { calls, left } = runInShell(asCurl(handover), { TOKEN: "token" });
      expect(left).toEqual([]);
      const asked = calls.flatMap((call) =>
        call.filter((_, place) => call[place - 1] === "--data-urlencode"),
      );
      expect(asked).toContain(`clientId=${handover.clientId}`);
      const addresses = calls.flatMap((call) => call.filter((it) => it.startsWith("https://")));
      const realm = `https://kc.example.org/auth/admin/realms/${encodeURIComponent(handover.realm)}`;
      expect(addresses.every((address) => address.startsWith(`${realm}/`))).toBe(true);
    }),
    { numRuns: 30 },
  );
});
