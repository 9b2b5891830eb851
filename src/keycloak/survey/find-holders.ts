import type { AccountUser, GivenRole, Source } from "../../access/survey/survey.ts";
import { readPages } from "../api/read-pages.ts";
import type { Giver } from "./find-givers.ts";
import { type Group, parseGroups, parseUsers } from "./parse-survey-answers.ts";
import type { SurveyApi } from "./survey-api.ts";

/** So many pages of holders of a role or members of a group are read: people may be among them by the thousands. */
const mostPages = 20;

/** What is told while holders are found. */
export interface HoldersReport {
  readonly onGiven: (user: AccountUser, given: readonly GivenRole[]) => void;
  /** A list of members or holders is longer than is read. */
  readonly onCut: () => void;
}

const grants = ({ gives }: Giver, source: Source): readonly GivenRole[] =>
  gives.map((role) => ({ role, source }));

/** The client that a role belongs to; undefined for a role of the realm. */
const clientUuidOf = ({ role: { container, clientUuid } }: Giver, adminClientUuid: string) =>
  container === "admin" ? adminClientUuid : clientUuid;

/**
 * Finds who has the roles directly: one request for each role and page of holders.
 *
 * @throws AdminApiError when a request fails
 * @see [Users with a role](https://www.keycloak.org/docs-api/latest/rest-api/index.html#_roles)
 */
export async function findHolders(
  api: SurveyApi,
  adminClientUuid: string,
  givers: readonly Giver[],
  { onGiven, onCut }: HoldersReport,
): Promise<void> {
  const find = async (giver: Giver) => {
    const { name } = giver.role;
    const id = clientUuidOf(giver, adminClientUuid);
    const source: Source = giver.isComposite ? { kind: "composite", name } : { kind: "mapped" };
    const isWhole = await readPages(
      (page) => {
        const brief = { ...page, briefRepresentation: true };
        return api.queue("survey", async () =>
          parseUsers(
            (await (id !== undefined
              ? api.clients.findUsersWithRole({ ...brief, id, roleName: name })
              : api.roles.findUsersWithRole({ ...brief, name }))) ?? [],
          ),
        );
      },
      (users) => {
        for (const user of users) onGiven(user, grants(giver, source));
      },
      mostPages,
    );
    if (!isWhole) onCut();
  };
  await Promise.all(givers.map(find));
}

/**
 * Finds who has the roles through a group: one request for each role, and for each group found its
 * members and its subgroups, which inherit its roles. A realm without groups takes one request.
 *
 * @throws AdminApiError when a request fails
 * @see [Groups](https://www.keycloak.org/docs/latest/server_admin/#proc-managing-groups_server_administration_guide)
 */
export async function findGroupHolders(
  api: SurveyApi,
  adminClientUuid: string,
  givers: readonly Giver[],
  report: HoldersReport,
): Promise<void> {
  const { count } = await api.queue("survey", () => api.groups.count());
  if (count === 0) return;
  const given = new Map<string, { readonly group: Group; readonly givers: Giver[] }>();
  await Promise.all(
    givers.map((giver) =>
      readPages(
        (page) =>
          api.queue("survey", async () => {
            const { name } = giver.role;
            const id = clientUuidOf(giver, adminClientUuid);
            return parseGroups(
              id === undefined
                ? await api.roleGroups.findOfRealmRole({ ...page, name })
                : await api.roleGroups.findOfClientRole({ ...page, id, roleName: name }),
            );
          }),
        (groups) => {
          for (const group of groups) {
            const known = given.get(group.id) ?? { group, givers: [] };
            known.givers.push(giver);
            given.set(group.id, known);
          }
        },
      ),
    ),
  );
  await Promise.all(
    [...given.values()].map(async ({ group, givers: ofGroup }) => {
      const source: Source = { kind: "group", name: group.path };
      const roles = ofGroup.flatMap((giver) => grants(giver, source));
      await readMembers(api, group, (user) => report.onGiven(user, roles), report.onCut);
    }),
  );
}

/** The members of a group and of the groups below it, each group once. */
async function readMembers(
  api: SurveyApi,
  { id }: Group,
  onMember: (user: AccountUser) => void,
  onCut: () => void,
  seen: Set<string> = new Set(),
): Promise<void> {
  if (seen.has(id)) return;
  seen.add(id);
  const readOwn = async () => {
    const isWhole = await readPages(
      (page) =>
        api.queue("survey", async () =>
          parseUsers(await api.groups.listMembers({ ...page, id, briefRepresentation: true })),
        ),
      (users) => {
        for (const user of users) onMember(user);
      },
      mostPages,
    );
    if (!isWhole) onCut();
  };
  const readBelow = async () => {
    const below: Group[] = [];
    await readPages(
      (page) =>
        api.queue("survey", async () =>
          parseGroups(await api.groups.listSubGroups({ ...page, parentId: id })),
        ),
      (groups) => below.push(...groups),
    );
    await Promise.all(below.map((group) => readMembers(api, group, onMember, onCut, seen)));
  };
  await Promise.all([readOwn(), readBelow()]);
}
