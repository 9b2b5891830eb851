/** The script of `docs/role-matrix.html`. */
import { startPage } from "./page/start-page.ts";

startPage();
