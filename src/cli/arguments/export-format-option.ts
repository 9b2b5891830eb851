import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { type ExportFormat, exportFormats } from "../../formats/export-formats.ts";

const ids = exportFormats.map(({ id }) => id);

function findFormat(id: string): ExportFormat {
  const found = exportFormats.find((format) => format.id === id);
  if (found === undefined) {
    throw new InvalidArgumentError(`Allowed choices are ${ids.join(", ")}.`);
  }
  return found;
}

/** `--format` of an export, parsed to the format itself. */
export const exportFormatOption = () =>
  new Option("--format <format>").choices(ids).argParser(findFormat).makeOptionMandatory();
