/** Where the global setup tells the stories which JAR was built. */
export const jarVariable = "PRESETS_TEST_JAR";
