/** The script of `docs/role-matrix.html`. */
import { startPage } from "./start-page.ts";

startPage();
