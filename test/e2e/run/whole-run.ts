/** Set to `all` where the long stories and whole samples run too, as on each supported minor. */
export const storiesVariable = "STORIES";

/** Whether everything runs, and not what `npm test` has time for. */
export const isWholeRun = process.env[storiesVariable] === "all";

/** Marks a story that takes so long that `npm test` leaves it to the runs on each minor. */
export const long = { tag: "@long" };
