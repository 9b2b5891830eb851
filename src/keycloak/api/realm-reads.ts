import { RealmResource } from "./realm-resource.ts";

/**
 * Two reads of a realm for the opened tab. The admin client's classes for realms and roles contain
 * dozens of other calls and are too large.
 */
export class RealmReads extends RealmResource {
  /** The realm itself. */
  find = this.makeRequest<void, unknown>({ method: "GET", path: "" });

  /** The direct content of a composite role. */
  findParts = this.makeRequest<{ id: string }, unknown>({
    method: "GET",
    path: "/roles-by-id/{id}/composites",
    urlParamKeys: ["id"],
  });
}
