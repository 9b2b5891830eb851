import { asGo } from "./as-go.ts";
import { asJava } from "./as-java.ts";
import { asPython } from "./as-python.ts";
import { asPythonKeycloak } from "./as-python-keycloak.ts";
import { asTypeScript } from "./as-typescript.ts";
import type { Connection } from "./connection.ts";
import { curlCall } from "./curl-call.ts";

/** A language of the examples. */
export interface CodeLanguage {
  readonly id: "curl" | "typescript" | "python" | "pythonKeycloak" | "go" | "java";
  readonly write: (connection: Connection) => string;
}

/** All languages in display order. */
export const codeLanguages: readonly CodeLanguage[] = [
  { id: "curl", write: curlCall },
  { id: "typescript", write: asTypeScript },
  { id: "python", write: asPython },
  { id: "pythonKeycloak", write: asPythonKeycloak },
  { id: "go", write: asGo },
  { id: "java", write: asJava },
];
