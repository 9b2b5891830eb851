import { parseRepository } from "../../../../tools/release/repository.ts";

/** A repository whose owner has capitals, which Maven coordinates don't. */
export const repository = parseRepository("Some-Owner/some_repo.js");

/** A project whose description has what XML must escape. */
export const project = {
  name: "some-extension",
  version: "2.1.0-rc.1",
  description: "Roles & presets for <clients>.",
  license: "Apache-2.0",
};
