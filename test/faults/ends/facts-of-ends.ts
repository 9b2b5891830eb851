import type { Scene } from "../scene.ts";
import { day } from "./make-ends.ts";

interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly steps?: readonly {
    readonly with?: { readonly role?: string | readonly string[] };
    readonly "scheduled-at"?: number;
  }[];
}

/** That a role ends by a workflow of this extension, some days after the case's beginning. */
export const endFact = ({ clientId }: Pick<Scene, "clientId">, role: string, days: number) =>
  `${clientId}: end ${role} in ${days} days`;

const rolesIn = ({ steps = [] }: Workflow) =>
  steps
    .flatMap((step) => step.with?.role ?? [])
    .map((role) => role.replace("realm-management/", ""));

/** Every workflow about the case's client, a fact for each role, by the server's lists and its schedule. */
export async function factsOfEnds(scene: Scene): Promise<readonly string[]> {
  const { api, realmPath, clientId, clientPath, begunAt, watchesEnds } = scene;
  if (!watchesEnds) return [];
  const { id: userId } = await api.get<{ id: string }>(`${clientPath}/service-account-user`);
  const [workflows, scheduled] = await Promise.all([
    api.get<Workflow[]>(`${realmPath}/workflows?search=${clientId}&max=100`),
    api.get<Workflow[]>(`${realmPath}/workflows/scheduled/${userId}`),
  ]);
  const at = new Map(scheduled.map(({ id, steps }) => [id, steps?.[0]?.["scheduled-at"]]));
  return workflows.flatMap((workflow) => {
    const { id, name } = workflow;
    const moment = at.get(id);
    const isOwn = name.startsWith("service-account-presets: ");
    return rolesIn(workflow).map((role) => {
      if (!isOwn) return `${clientId}: foreign ${name} ${role} ${moment}`;
      const named = Date.parse(/ ends (\S+) \[/.exec(name)?.[1] ?? "");
      const days = Math.round(((moment ?? named) - begunAt) / day);
      const fact = endFact(scene, role, days);
      return moment === undefined ? fact.replace(": end ", ": unscheduled end ") : fact;
    });
  });
}
