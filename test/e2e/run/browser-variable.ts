/** Where the global setup tells the test workers the path of the browser. */
export const browserVariable = "PRESETS_TEST_BROWSER";
