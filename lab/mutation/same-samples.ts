/**
 * Lets properties try the same samples in each run, so that a mutant that was found once is found
 * again, and spares the search for the smallest sample that fails: nobody reads it.
 */
import { configureGlobal } from "fast-check";

configureGlobal({ seed: 26, endOnFailure: true });
