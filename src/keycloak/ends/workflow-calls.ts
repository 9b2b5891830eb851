import { RealmResource } from "../api/realm-resource.ts";

/** What a workflow is made of: each role in a step of its own, since the roles behind one that fails stay assigned. */
export interface WorkflowToMake {
  readonly name: string;
  readonly enabled: true;
  readonly steps: readonly {
    readonly uses: "revoke-role";
    readonly with: { readonly role: readonly [string] };
  }[];
}

/**
 * The calls of workflows. The admin client's own class can't activate one, and its list has no search.
 *
 * @see [WorkflowsResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/workflow/admin/resource/WorkflowsResource.java)
 */
export class WorkflowCalls extends RealmResource {
  /** Workflows whose names contain a text. The server answers in YAML if JSON isn't asked for. */
  search = this.makeRequest<{ search: string; first: number; max: number }, unknown>({
    method: "GET",
    path: "/workflows",
    headers: { Accept: "application/json" },
    queryParamKeys: ["search", "first", "max"],
  });

  /** Workflows that are scheduled for a user. */
  findScheduled = this.makeRequest<{ userId: string }, unknown>({
    method: "GET",
    path: "/workflows/scheduled/{userId}",
    urlParamKeys: ["userId"],
  });

  makeWorkflow = this.makeRequest<WorkflowToMake, { id: string }>({
    method: "POST",
    path: "/workflows",
    returnResourceIdInLocationHeader: { field: "id" },
  });

  /**
   * Puts a workflow on the schedule for a user after so many seconds. Keycloak 26.7 documents dates too, doesn't
   * understand them, and answers 204 all the same.
   */
  activate = this.makeRequest<{ id: string; userId: string; notBefore: number }, void>({
    method: "POST",
    path: "/workflows/{id}/activate/USERS/{userId}",
    urlParamKeys: ["id", "userId"],
    queryParamKeys: ["notBefore"],
  });

  removeWorkflow = this.makeRequest<{ id: string }, void>({
    method: "DELETE",
    path: "/workflows/{id}",
    urlParamKeys: ["id"],
  });
}
