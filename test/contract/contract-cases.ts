import { adminEventCases } from "./admin-event-cases.ts";
import { changingRightsCases } from "./changing-rights-cases.ts";
import { clientScopeCases } from "./client-scope-cases.ts";
import type { ContractCase } from "./contract-case.ts";
import { effectiveCases } from "./effective-cases.ts";
import { finePermissionCases } from "./fine-permission-cases.ts";
import { grantingRightsCases } from "./granting-rights-cases.ts";
import { groupCases } from "./group-cases.ts";
import { hostileNameCases } from "./hostile-name-cases.ts";
import { makingCases } from "./making-cases.ts";
import { mappingCases } from "./mapping-cases.ts";
import { movingCases } from "./moving-cases.ts";
import { readingRightsCases } from "./reading-rights-cases.ts";
import { realmCases } from "./realm-cases.ts";
import { removalCases } from "./removal-cases.ts";
import { roleCases } from "./role-cases.ts";
import { scopeCases } from "./scope-cases.ts";
import { serviceAccountCases } from "./service-account-cases.ts";
import { storeCases } from "./store-cases.ts";
import { userCases } from "./user-cases.ts";
import { workflowCases } from "./workflow-cases.ts";

/** All that is held against a real Keycloak and against the one in memory. */
export const contractCases: readonly ContractCase[] = [
  ...mappingCases,
  ...removalCases,
  ...effectiveCases,
  ...serviceAccountCases,
  ...scopeCases,
  ...clientScopeCases,
  ...readingRightsCases,
  ...grantingRightsCases,
  ...changingRightsCases,
  ...hostileNameCases,
  ...movingCases,
  ...makingCases,
  ...storeCases,
  ...userCases,
  ...roleCases,
  ...groupCases,
  ...realmCases,
  ...finePermissionCases,
  ...workflowCases,
  ...adminEventCases,
];
