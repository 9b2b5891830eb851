import { asAnsible } from "./as-ansible.ts";
import { asCurl } from "./as-curl.ts";
import { asKcadm } from "./as-kcadm.ts";
import { asOperatorImport } from "./as-operator-import.ts";
import { asRealmJson } from "./as-realm-json.ts";
import { asTerraform } from "./as-terraform.ts";
import type { Handover } from "./handover.ts";
import { namesReplacedByImport } from "./names-replaced-by-import.ts";

/** An export format for roles. */
export interface ExportFormat {
  readonly id: "kcadm" | "terraform" | "ansible" | "realm-json" | "operator" | "curl";
  readonly fileName: string;
  readonly write: (handover: Handover) => string;
  /** The names that this format can't express. If there are any, nothing is exported. */
  readonly unwritable: (handover: Handover) => readonly string[];
}

/** A format that has an escape for everything. */
const none = () => [];

/** All formats in display order. */
export const exportFormats: readonly ExportFormat[] = [
  { id: "kcadm", fileName: "service-account.sh", write: asKcadm, unwritable: none },
  { id: "terraform", fileName: "service-account.tf", write: asTerraform, unwritable: none },
  { id: "ansible", fileName: "service-account.yml", write: asAnsible, unwritable: none },
  {
    id: "realm-json",
    fileName: "service-account.json",
    write: asRealmJson,
    unwritable: namesReplacedByImport,
  },
  {
    id: "operator",
    fileName: "service-account-realm-import.yml",
    write: asOperatorImport,
    unwritable: namesReplacedByImport,
  },
  { id: "curl", fileName: "service-account-curl.sh", write: asCurl, unwritable: none },
];
