import type { Lab } from "../lab.ts";

interface Execution {
  readonly id: string;
  readonly providerId?: string;
  readonly flowId?: string;
}

/** A flow of the realm's own with an execution that has a configuration. */
export async function makeAuthentication(lab: Lab): Promise<void> {
  const flow = await makeFlow(lab, "own-flow");
  await lab.create("/clients", {
    clientId: "flow-app",
    authenticationFlowBindingOverrides: { browser: flow.id },
  });
  await lab.send("DELETE", "/authentication/required-actions/webauthn-register-passwordless");
  if (lab.has("PUT/authentication/required-actions/{}/config")) {
    const config = { max_auth_age: "300" };
    await lab.send("PUT", "/authentication/required-actions/UPDATE_PASSWORD/config", { config });
  }
  for (const [template, value] of [
    ["/authentication/flows/{}", flow.id],
    ["/authentication/executions/{}", flow.execution],
    ["/authentication/executions/{}/config/{}", flow.config],
    ["/authentication/config/{}", flow.config],
    ["/authentication/config-description/{}", "identity-provider-redirector"],
    ["/authentication/required-actions/{}", "UPDATE_PASSWORD"],
    ["/ui-ext/authentication-management/{}", "clients"],
    ["/ui-ext/authentication-management/{}/{}", flow.id],
  ] as const) {
    lab.known.set(template, value);
  }
  lab.known.set("/authentication/flows/{}/executions", "own-flow");
}

/** Makes a flow with one execution and its configuration. */
export async function makeFlow(
  lab: Lab,
  alias: string,
): Promise<{ id: string; execution: string; config: string }> {
  const id = await lab.create("/authentication/flows", {
    alias,
    providerId: "basic-flow",
    topLevel: true,
    builtIn: false,
  });
  const path = `/authentication/flows/${alias}/executions`;
  for (const provider of ["auth-cookie", "identity-provider-redirector", "auth-spnego"]) {
    await lab.create(`${path}/execution`, { provider });
  }
  const executions = await lab.read<Execution[]>(path);
  const execution =
    executions.find((it) => it.providerId === "identity-provider-redirector")?.id ?? "";
  const config = await lab.create(`/authentication/executions/${execution}/config`, {
    alias: `${alias} redirector`,
    config: { defaultProvider: "partner" },
  });
  return { id, execution, config };
}
