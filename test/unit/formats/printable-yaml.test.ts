import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { asAnsible } from "../../../src/formats/as-ansible.ts";
import { asOperatorImport } from "../../../src/formats/as-operator-import.ts";
import { printableYaml } from "../../../src/formats/printable-yaml.ts";
import { anyName, userLookup } from "./any-handover.ts";

/** Names that a reader of YAML 1.1 takes for something else, unless they are quoted. */
const trapNames = [
  ...["no", "NO", "y", "Y", "n", "on", "Off", "true", "~", "null", "Null", "<<", "=", "1:30"],
  ...[
    "1_000",
    "0x1f",
    "0b1",
    "017",
    "0o17",
    "1e3",
    "1.5",
    "+1",
    ".inf",
    "-.INF",
    ".nan",
    "190:20:30",
  ],
  ...["2001-01-01", "2001-12-14t21:59:43.10-05:00", "a: b", "a #b", "#a", "- a", "? a", "&a", "*a"],
  ...["!a", "%a", "@a", "`a", "|", ">", "[a", "{a", "'a", '"a', "a:", "---", "...", " a ", ""],
  ...["a\nb", "a\r\nb", "a\u0085b", "a\u2028b", "a\u2029b", "\ufeffa", "\u202ea", "a\u007f", "\t"],
  ...[
    "a\u0000b",
    "\u{1f600}",
    "\u{e0041}",
    "\ud83d\udc68\u200d\ud83d\udcbb",
    "\\u0041",
    "x".repeat(300),
  ],
];

const anyValue = fc.oneof(fc.constantFrom(...trapNames), anyName, fc.string({ unit: "binary" }));

const readers = [
  ["YAML 1.1", { version: "1.1", schema: "yaml-1.1" }],
  ["YAML 1.2", { version: "1.2", schema: "core" }],
] as const;

test.each(readers)("a parser of %s reads every text and key back unchanged", (_, options) => {
  fc.assert(
    fc.property(fc.dictionary(anyValue, fc.array(anyValue)), (value) => {
      expect(parse(printableYaml({ value }), options)).toEqual({ value: { ...value } });
    }),
    { examples: [[Object.fromEntries(trapNames.map((name) => [name, [name]]))]] },
  );
});

test("nothing invisible is printed but line breaks", () => {
  fc.assert(
    fc.property(fc.dictionary(anyValue, anyValue), (value) => {
      expect(printableYaml(value)).not.toMatch(/[^\P{Cc}\n]|[\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
    }),
  );
});

test("plain words are left as keys, and numbers and booleans as they are", () => {
  expect(printableYaml({ "community.general.x_y": "a", no: false, "1": 2 })).toBe(
    '"1": 2\ncommunity.general.x_y: "a"\n"no": false\n',
  );
});

/** What PyYAML, which Ansible reads with, makes of documents; undefined where it is not installed. */
function readWithPyYaml(texts: readonly string[]): unknown {
  const program = [
    "import json, sys, yaml",
    "yaml.SafeLoader.add_constructor('!unsafe', lambda loader, node: node.value)",
    "print(json.dumps([yaml.safe_load(text) for text in json.load(sys.stdin)]))",
  ].join("\n");
  try {
    execFileSync("python3", ["-c", "import yaml"], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  const input = JSON.stringify(texts);
  return JSON.parse(execFileSync("python3", ["-c", program], { input, encoding: "utf8" }));
}

test("PyYAML, if installed, reads every name back unchanged", ({ skip }) => {
  const names = [...trapNames, ...fc.sample(anyValue, 200)].filter((name) => !/\p{Cs}/u.test(name));
  const read = readWithPyYaml(names.map((name) => printableYaml({ [name]: name })));
  if (read === undefined) return skip();
  expect(read).toEqual(names.map((name) => ({ [name]: name })));
});

test.each(trapNames)("the realm, client and role %j are texts in each format of YAML", (name) => {
  const handover = { ...userLookup, realm: name, clientId: name, adminClientId: name };
  const names = { ...handover, adminRoles: [name], realmRoles: [name] };
  for (const [, options] of readers) {
    const { realm } = parse(asOperatorImport(names), options).spec;
    expect(realm).toMatchObject({
      realm: name,
      users: [
        { serviceAccountClientId: name, clientRoles: { [name]: [name] }, realmRoles: [name] },
      ],
      clientScopeMappings: { [name]: [{ client: name, roles: [name] }] },
    });
    const [{ tasks, module_defaults }] = parse(asAnsible(names), options);
    const mapper = "community.general.keycloak_user_rolemapping";
    expect({ ...module_defaults[mapper], ...tasks[0][mapper] }).toMatchObject({
      realm: encodeURIComponent(name),
      client_id: encodeURIComponent(name),
      service_account_user_client_id: encodeURIComponent(name),
      roles: [{ name }],
    });
  }
});
