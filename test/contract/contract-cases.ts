import type { ContractCase } from "./contract-case.ts";
import { mappingCases } from "./mapping-cases.ts";
import { removalCases } from "./removal-cases.ts";

/** All that is held against a real Keycloak and against the one in memory. */
export const contractCases: readonly ContractCase[] = [...mappingCases, ...removalCases];
