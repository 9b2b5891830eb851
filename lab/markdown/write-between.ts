import { readFile, writeFile } from "node:fs/promises";

/**
 * Puts what a command writes into a page of people's own, between the two comments that name the
 * command, and in place of what stood there.
 *
 * @throws where the page lacks the comments; it is not touched then
 */
export async function writeBetween(file: string, command: string, text: string): Promise<void> {
  const begin = `<!-- Begin of what \`${command}\` writes. -->`;
  const end = `<!-- End of what \`${command}\` writes. -->`;
  const page = await readFile(file, "utf8");
  const [head, rest] = page.split(begin);
  const [, tail] = rest?.split(end) ?? [];
  if (head === undefined || tail === undefined) {
    throw new Error(`${file} lacks the lines between which stands what ${command} writes.`);
  }
  await writeFile(file, `${head}${begin}\n\n${text}\n\n${end}${tail}`);
}
