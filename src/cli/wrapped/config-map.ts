import { decodeText } from "../source/decode-text.ts";
import { parseContents } from "../source/parse-contents.ts";
import type { Content, Path, Source } from "../source/source.ts";
import { fieldsOf, isRealm } from "./fields.ts";

/** A text within another one: its lines are told as those of the outer one. */
function sourceWithin(outer: Source, path: Path, inner: Source): Source {
  const { lineInText } = outer;
  return {
    file: outer.file,
    linesOf:
      lineInText === undefined
        ? (paths) => outer.linesOf(paths.map(() => path))
        : (paths) => inner.linesOf(paths).map((line) => lineInText(path, line)),
  };
}

/** Whether a file says of itself by its name that it may hold a realm. */
const mayHoldRealm = (name: string) => /\.(json|ya?ml)(\.gz)?$/i.test(name);

/**
 * The realms in the files of a ConfigMap. Files that hold something else are passed over.
 *
 * @throws where a file is called like a realm file, and can't be read
 * @see [ConfigMap](https://kubernetes.io/docs/concepts/configuration/configmap/)
 */
export function realmsOfConfigMap({ value, source, path }: Content): readonly Content[] {
  const of = (field: string) => [...fieldsOf(fieldsOf(value).get(field))];
  const files = [
    ...of("data").map(([name, text]) => ({ field: "data", name, read: () => String(text) })),
    ...of("binaryData").map(([name, text]) => ({
      ...{ field: "binaryData", name },
      read: () => decodeText(Buffer.from(String(text), "base64")),
    })),
  ];
  return files
    .filter(({ name }) => mayHoldRealm(name))
    .flatMap(({ field, name, read }) => {
      const at = [...path, field, name];
      return parseContents(read(), source.file, name)
        .filter((inner) => isRealm(inner.value))
        .map((inner) => ({ ...inner, source: sourceWithin(source, at, inner.source) }));
    });
}
