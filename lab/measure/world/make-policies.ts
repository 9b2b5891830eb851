import type { Lab } from "../lab.ts";

/** A client profile, and a client policy that is off, so that it refuses nobody. */
export async function makePolicies(lab: Lab): Promise<void> {
  const executors = [{ executor: "secure-session", configuration: {} }];
  await lab.send("PUT", "/client-policies/profiles", {
    profiles: [{ name: "careful", executors }],
  });
  await lab.send("PUT", "/client-policies/policies", {
    policies: [{ name: "off", enabled: false, conditions: [], profiles: ["careful"] }],
  });
}
