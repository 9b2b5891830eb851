import { asAnsible } from "./as-ansible.ts";
import { asCurl } from "./as-curl.ts";
import { asKcadm } from "./as-kcadm.ts";
import { asOperatorImport } from "./as-operator-import.ts";
import { asRealmJson } from "./as-realm-json.ts";
import { asTerraform } from "./as-terraform.ts";
import type { Handover } from "./handover.ts";

/** A format that roles are handed over in. */
export interface ExportFormat {
  readonly id: "kcadm" | "terraform" | "ansible" | "realm-json" | "operator" | "curl";
  readonly fileName: string;
  readonly write: (handover: Handover) => string;
}

/** All formats, in the order in which they are offered. */
export const exportFormats: readonly ExportFormat[] = [
  { id: "kcadm", fileName: "service-account.sh", write: asKcadm },
  { id: "terraform", fileName: "service-account.tf", write: asTerraform },
  { id: "ansible", fileName: "service-account.yml", write: asAnsible },
  { id: "realm-json", fileName: "service-account.json", write: asRealmJson },
  { id: "operator", fileName: "service-account-realm-import.yml", write: asOperatorImport },
  { id: "curl", fileName: "service-account-curl.sh", write: asCurl },
];
