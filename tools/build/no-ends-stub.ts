import type { Workflows } from "../../src/keycloak/ends/read-ends.ts";
import type { PlanWithEnds } from "../../src/panel/ends/use-plan-ends.ts";

/** Stands in for what shows, reads and sets ends where the theme is built without them. */
export const EndsNotice = () => null;
export const EndsOfPlan = () => null;
export const ChangedEnds = () => null;
export const BulkEndField = () => null;

export const usePlanEnds = (plan: PlanWithEnds["plan"]): PlanWithEnds => ({
  ...{ plan, ends: { kind: "notVisible" }, choice: { kind: "unchanged" } },
  ...{ choose: () => {}, now: 0, isValid: true },
});

export const readRealmWorkflows = async (): Promise<Workflows> => ({ kind: "unavailable" });
export const readAccountWorkflows = async (): Promise<Workflows> => ({ kind: "unavailable" });
export const createReadWorkflows = () => readRealmWorkflows;
export const seesWorkflows = () => undefined;

export const carryOutWithEnds = <Outcome>(
  _api: unknown,
  _attempt: unknown,
  _direction: unknown,
  act: () => Promise<Outcome>,
): Promise<Outcome> => act();
