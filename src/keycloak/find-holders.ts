import type { GivenRole, Source } from "../access/survey.ts";
import type { Giver } from "./find-givers.ts";
import { type Group, parseGroups, parseUsers } from "./parse-survey-answers.ts";
import { readPages } from "./read-pages.ts";
import type { SurveyApi } from "./survey-api.ts";

/** A group has this many pages of members read at most: people may be in it by the thousands. */
const mostPages = 20;

/** What is told while holders are found. */
export interface HoldersReport {
  readonly onGiven: (userId: string, given: readonly GivenRole[]) => void;
  /** A list of members or holders is longer than is read. */
  readonly onCut: () => void;
}

const grants = ({ gives }: Giver, source: Source): readonly GivenRole[] =>
  gives.map((role) => ({ role, source }));

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
    const { container, name } = giver.role;
    const source: Source = giver.isComposite ? { kind: "composite", name } : { kind: "mapped" };
    const isWhole = await readPages(
      (page) => {
        const brief = { ...page, briefRepresentation: true };
        return api.queue("findHolders", async () =>
          parseUsers(
            (await (container === "admin"
              ? api.clients.findUsersWithRole({ ...brief, id: adminClientUuid, roleName: name })
              : api.roles.findUsersWithRole({ ...brief, name }))) ?? [],
          ),
        );
      },
      (users) => {
        for (const { userId } of users) onGiven(userId, grants(giver, source));
      },
      { most: mostPages },
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
  const { count } = await api.queue("countGroups", () => api.groups.count());
  if (count === 0) return;
  const given = new Map<string, { readonly group: Group; readonly givers: Giver[] }>();
  await Promise.all(
    givers.map((giver) =>
      readPages(
        (page) =>
          api.queue("findGroups", async () => {
            const { container, name } = giver.role;
            return parseGroups(
              container === "admin"
                ? await api.roleGroups.findOfClientRole({
                    ...page,
                    id: adminClientUuid,
                    roleName: name,
                  })
                : await api.roleGroups.findOfRealmRole({ ...page, name }),
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
      await readMembers(api, group, (userId) => report.onGiven(userId, roles), report.onCut);
    }),
  );
}

/** The members of a group and of the groups below it. */
async function readMembers(
  api: SurveyApi,
  { id }: Group,
  onMember: (userId: string) => void,
  onCut: () => void,
): Promise<void> {
  const members = readPages(
    (page) =>
      api.queue("readMembers", async () =>
        parseUsers(await api.groups.listMembers({ ...page, id, briefRepresentation: true })),
      ),
    (users) => {
      for (const { userId } of users) onMember(userId);
    },
    { most: mostPages },
  );
  const below: Group[] = [];
  await readPages(
    (page) =>
      api.queue("findGroups", async () =>
        parseGroups(await api.groups.listSubGroups({ ...page, parentId: id })),
      ),
    (groups) => below.push(...groups),
  );
  await Promise.all(below.map((group) => readMembers(api, group, onMember, onCut)));
  if (!(await members)) onCut();
}
