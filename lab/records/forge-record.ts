import type { ChangeRecord } from "../../src/access/record/change-record.ts";

/** The record with another person, and with roles that its first step didn't name. */
export function forgeRecord(record: ChangeRecord, isByAnother: boolean): ChangeRecord {
  if (isByAnother) {
    return { ...record, by: { realm: "master", userId: "another-user", name: "another" } };
  }
  const [first, ...others] = record.steps;
  if (first === undefined) return record;
  const roles = [{ id: "another-role", name: "another" }];
  return { ...record, steps: [{ ...first, roles }, ...others] };
}
