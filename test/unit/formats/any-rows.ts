import fc from "fast-check";
import type { AccountRow } from "../../../src/access/survey/account-rows.ts";
import { givenBy, makeRows } from "../access/make-survey.ts";

/** Texts of just those characters that CSV, JSON and spreadsheets give a meaning to, and of plain ones. */
const anyName = fc.string({
  unit: fc.constantFrom(
    ..."=+-@＝＋－＠\t\r\n\",;' {}[]\\<>&$`%:/_aZ0ä",
    "\u{1f600}",
    "__proto__",
    "\u0000",
    "|",
    "\u2028",
    "\u202e",
  ),
  maxLength: 12,
});

const anyAccount = fc.record({
  clientId: anyName,
  mapped: fc.array(fc.oneof(anyName, fc.constantFrom("view-users", "manage-realm")), {
    maxLength: 3,
  }),
  given: fc
    .tuple(anyName, anyName)
    .map(([name, role]) => givenBy({ kind: "group", name: `/${name}` }, role)),
  isClientEnabled: fc.boolean(),
  attributes: fc.dictionary(
    fc.constantFrom("owner", "purpose", "review-date", "reviewed-by", "reviewed-at"),
    anyName,
  ),
});

/** Rows of accounts whose names hold anything. */
export const anyRows: fc.Arbitrary<readonly AccountRow[]> = fc
  .record({
    // Two client IDs that differ in case have the same account, which Keycloak doesn't allow.
    accounts: fc.uniqueArray(anyAccount, {
      selector: ({ clientId }) => clientId.toLowerCase(),
      maxLength: 4,
    }),
    realm: anyName,
    administers: anyName,
    lastSignIn: fc.option(fc.nat(), { nil: undefined }),
  })
  .map(({ accounts, realm, administers, lastSignIn }) =>
    makeRows(accounts, { realm, administers }).map((row) => ({ ...row, lastSignIn })),
  );
