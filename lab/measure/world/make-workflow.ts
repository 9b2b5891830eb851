import { type Lab, PreparationError } from "../lab.ts";

/** A workflow that is scheduled for alice, where the server has workflows and they are on. */
export async function makeWorkflow(lab: Lab): Promise<void> {
  if (!lab.has("POST/workflows/{}/activate/{}/{}")) return;
  try {
    const id = await lab.create("/workflows", {
      name: "leaving",
      on: "user-created",
      steps: [{ uses: "disable-user", after: "30d" }],
    });
    await lab.send("POST", `/workflows/${id}/activate/USERS/${lab.known.get("/users/{}")}`);
  } catch (error) {
    if (!(error instanceof PreparationError)) throw error;
  }
}
