import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** A file or a folder that is not read, and why. */
export interface PassedOver {
  readonly path: string;
  readonly reason: string;
}

/** Files of a folder that may hold realms, and what of it is passed over. */
interface FolderFiles {
  readonly files: readonly string[];
  readonly passedOver: readonly PassedOver[];
}

const isCalledLikeRealm = (name: string) => /\.(json|ya?ml)(\.gz)?$/i.test(name);

/** Folders that hold what a tool keeps, not what a person wrote. */
const isOfTool = (name: string) => name === "node_modules" || name.startsWith(".");

/**
 * Lists the files of a folder and of all folders in it, in the order of their names. Links to folders are not
 * followed: they may lead in a circle.
 *
 * @throws where a folder can't be read
 */
export async function filesInFolder(folder: string): Promise<FolderFiles> {
  const entries = await readdir(folder, { withFileTypes: true });
  const parts = await Promise.all(
    entries
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(async (entry): Promise<FolderFiles> => {
        const path = join(folder, entry.name);
        const passOver = (reason: string) => ({ files: [], passedOver: [{ path, reason }] });
        if (entry.isDirectory()) {
          if (isOfTool(entry.name)) return passOver("It belongs to a tool.");
          return filesInFolder(path);
        }
        // A mounted ConfigMap has links to its files.
        const target = entry.isSymbolicLink() ? await stat(path) : entry;
        if (!target.isFile()) return passOver("It isn't a file or a link to a file.");
        if (isCalledLikeRealm(entry.name)) return { files: [path], passedOver: [] };
        return passOver("Its name isn't that of a JSON or YAML file.");
      }),
  );
  return {
    files: parts.flatMap(({ files }) => files),
    passedOver: parts.flatMap(({ passedOver }) => passedOver),
  };
}
