import type { Role } from "../../access/model/snapshot.ts";
import { fieldsOf, itemsOf, parseRoles, textOf } from "./parse-answers.ts";

/** The roles of one container in an answer with mappings. */
export interface MappingsOfContainer {
  /** Undefined for roles of the realm. */
  readonly clientUuid: string | undefined;
  /** The client ID; undefined for roles of the realm. */
  readonly clientId: string | undefined;
  /** The roles as the server represents them. */
  readonly roles: readonly unknown[];
}

/**
 * All roles in an answer with mappings, of a user, a group or a scope, by container.
 *
 * @throws UnexpectedAnswerError when the answer is none
 * @see [MappingsRepresentation](https://www.keycloak.org/docs-api/latest/rest-api/index.html#MappingsRepresentation)
 */
export function mappingsIn(answer: unknown): readonly MappingsOfContainer[] {
  const fields = fieldsOf(answer);
  const rolesIn = (list: unknown) => itemsOf(list ?? []);
  return [
    { clientUuid: undefined, clientId: undefined, roles: rolesIn(fields.get("realmMappings")) },
    ...[...fieldsOf(fields.get("clientMappings") ?? {})].map(([clientId, entry]) => {
      const client = fieldsOf(entry);
      return { clientUuid: textOf(client, "id"), clientId, roles: rolesIn(client.get("mappings")) };
    }),
  ];
}

/**
 * The composite roles in an answer with mappings, of the realm and of clients.
 *
 * @throws UnexpectedAnswerError when the answer is none
 */
export function compositesIn(
  answer: unknown,
): readonly { readonly role: Role; readonly clientUuid: string | undefined }[] {
  return mappingsIn(answer).flatMap(({ clientUuid, roles }) =>
    roles
      .filter((item) => fieldsOf(item).get("composite") === true)
      .flatMap((item) => parseRoles("realm", [item]))
      .map((role) => ({ role, clientUuid })),
  );
}
