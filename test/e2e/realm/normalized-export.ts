import { exportRealm } from "./export-realm.ts";
import type { TestBed } from "./test-bed.ts";

/** Lists of a realm's export have no order. */
function normalized(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(normalized).map((item) => JSON.stringify(item));
    return items.sort().map((item) => JSON.parse(item));
  }
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, normalized(field)]));
}

/** A realm's export in a form that is the same for the same realm. */
export async function normalizedExport({ api, server, realmPath }: TestBed): Promise<unknown> {
  return normalized(await exportRealm(`${server.apiUrl}${realmPath}`, await api.token()));
}
