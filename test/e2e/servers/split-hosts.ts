/**
 * The two hosts of the split deployment. They are of one site (`kc.test`), as an organization's
 * hosts usually are, so that cookies of the login reach it from a frame in the console whatever a
 * browser does with cookies of other sites.
 */
export const loginHost = "auth.kc.test";
export const consoleHost = "admin.kc.test";

/** Lets Chromium find the two hosts on this machine without touching its name resolution. */
export const splitHostsArgument = "--host-resolver-rules=MAP *.kc.test 127.0.0.1";
