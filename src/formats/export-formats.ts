import { asAnsible } from "./as-ansible.ts";
import { asCurl } from "./as-curl.ts";
import { asKcadm } from "./as-kcadm.ts";
import { asOperatorImport } from "./as-operator-import.ts";
import { asRealmJson } from "./as-realm-json.ts";
import { asTerraform, type TerraformOptions } from "./as-terraform.ts";
import type { Handover } from "./handover.ts";
import { namesReplacedByImport } from "./names-replaced-by-import.ts";

/** An export format for roles. */
export interface ExportFormat {
  readonly id: "kcadm" | "terraform" | "ansible" | "realm-json" | "operator" | "curl";
  readonly fileName: string;
  readonly write: (handover: Handover, options?: TerraformOptions) => string;
  /** The names that can't be written in this format: where it has some, nothing may be handed over. */
  readonly unwritable: (handover: Handover) => readonly string[];
  /** Whether a partial import takes the file. */
  readonly isForPartialImport: boolean;
  /** Whether it adds the client scope that the Admin API asks for; a list that would replace others can't. */
  readonly addsClientScope: boolean;
}

/** A format that has an escape for everything. */
const none = () => [];

/** All formats in display order. */
export const exportFormats: readonly ExportFormat[] = [
  {
    id: "kcadm",
    fileName: "service-account.sh",
    write: asKcadm,
    unwritable: none,
    isForPartialImport: false,
    addsClientScope: true,
  },
  {
    id: "terraform",
    fileName: "service-account.tf",
    write: asTerraform,
    unwritable: none,
    isForPartialImport: false,
    addsClientScope: true,
  },
  {
    id: "ansible",
    fileName: "service-account.yml",
    write: asAnsible,
    unwritable: none,
    isForPartialImport: false,
    addsClientScope: false,
  },
  {
    id: "realm-json",
    fileName: "service-account.json",
    write: asRealmJson,
    unwritable: namesReplacedByImport,
    isForPartialImport: true,
    addsClientScope: false,
  },
  {
    id: "operator",
    fileName: "service-account-realm-import.yml",
    write: asOperatorImport,
    unwritable: namesReplacedByImport,
    isForPartialImport: false,
    addsClientScope: false,
  },
  {
    id: "curl",
    fileName: "service-account-curl.sh",
    write: asCurl,
    unwritable: none,
    isForPartialImport: false,
    addsClientScope: true,
  },
];
