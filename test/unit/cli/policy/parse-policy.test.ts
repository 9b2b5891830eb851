import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { judgeRoles } from "../../../../src/access/policy/judge-roles.ts";
import { parsePolicy } from "../../../../src/cli/policy/parse-policy.ts";

const entry = (...lines: readonly string[]) =>
  ["version: 1", "allow:", ...lines.map((line, at) => `${at === 0 ? "  - " : "    "}${line}`)].join(
    "\n",
  );

const whole = ["realm: demo", "client: billing", "presets: [user-lookup]", "reason: Sends bills"];

const parse = (text: string) => parsePolicy(text, "p.yaml");

test("a policy is read from YAML and JSON, with the places of its rules", () => {
  const { policy, placeOf } = parse(entry(...whole, "until: 2027-01-31"));
  expect(policy.allow).toEqual([
    {
      ...{ realm: "demo", client: "billing", presets: ["user-lookup"] },
      ...{ reason: "Sends bills", until: "2027-01-31" },
    },
  ]);
  expect(placeOf(policy.allow[0] ?? {})).toEqual({ file: "p.yaml", line: 3 });
  expect(parse('{"version": 1, "allow": []}').policy.allow).toEqual([]);
});

test.each(["__proto__", "constructor", "a/b=c", "..", "123", "*"])(
  "%s is an ordinary name",
  (name) => {
    const quoted = JSON.stringify(name);
    const { policy } = parse(
      entry(`realm: ${quoted}`, `client: ${quoted}`, "presets: [user-lookup]", "reason: x"),
    );
    expect(policy.allow[0]).toMatchObject({ realm: name, client: name });
  },
);

test.each<[string, string, string]>([
  ["no version", "allow: []", "p.yaml:1: version: is missing"],
  ["nothing", "", "p.yaml:1: "],
  ["a list", "[]", "p.yaml:1: "],
  ["broken YAML", "version: 1\nallow: [", "p.yaml:2: "],
  ["a key twice", "version: 1\nversion: 1\nallow: []", "p.yaml:2: Map keys must be unique"],
  ["several documents", "version: 1\nallow: []\n---\nversion: 1", "p.yaml:"],
  ["an unknown key", entry(...whole, "clinet: x"), "p.yaml:7: allow[0]: the field clinet"],
  ["a merge key", entry(...whole, "<<: {}"), "p.yaml:7: allow[0]: the field << is not known"],
  ["a key __proto__", entry(...whole, "__proto__: {}"), "p.yaml:7: allow[0]: the field __proto__"],
  [
    "an unknown preset",
    entry(...whole.with(2, "presets: [user-loopup]")),
    "did you mean user-lookup?",
  ],
  [
    "a number for a preset",
    entry(...whole.with(2, "presets: [1]")),
    "p.yaml:5: allow[0].presets[0]: the name of a preset is expected",
  ],
  [
    "one realm that is administered, and every one",
    entry("realm: master", ...whole.slice(1), "administers: demo", "administersEveryRealm: true"),
    "p.yaml:3: allow[0]: administers and administersEveryRealm exclude each other",
  ],
  [
    "an unknown role",
    entry(...whole, "roles: [view-user]"),
    'p.yaml:7: allow[0].roles[0]: there is no admin role "view-user"; did you mean view-users?',
  ],
  ["an unknown power", entry(...whole, "accept: [everything]"), "p.yaml:7: allow[0].accept[0]"],
  [
    "a number for a name",
    entry(...whole.with(1, "client: 123")),
    "p.yaml:4: allow[0].client: a name is expected, in quotes",
  ],
  [
    "an empty name",
    entry(...whole.with(1, 'client: ""')),
    "p.yaml:4: allow[0].client: the name is empty",
  ],
  ["no reason", entry(...whole.slice(0, 3)), "p.yaml:3: allow[0].reason: is missing"],
  [
    "a blank reason",
    entry(...whole.with(3, 'reason: " "')),
    "p.yaml:6: allow[0].reason: the text is empty",
  ],
  [
    "a date that doesn't exist",
    entry(...whole, "until: 2027-02-30"),
    "p.yaml:7: allow[0].until: a date",
  ],
  ["another kind of date", entry(...whole, "until: 31.1.2027"), "p.yaml:7: allow[0].until: a date"],
  [
    "no client",
    entry(...whole.toSpliced(1, 1)),
    "p.yaml:3: allow[0]: either client or everyClient",
  ],
  [
    "a client and every client",
    entry(...whole, "everyClient: true"),
    "either client or everyClient",
  ],
  [
    "everyRealm: false",
    entry(...whole.with(0, "everyRealm: false")),
    "p.yaml:3: allow[0].everyRealm",
  ],
  ["no realm", entry(...whole.toSpliced(0, 1)), "either realm or everyRealm"],
  [
    "another realm's roles outside master",
    entry(...whole, "administers: shop"),
    "only clients of master",
  ],
  ["a rule that allows nothing", entry(...whole.toSpliced(2, 1)), "it allows nothing"],
  [
    "a rule that forbids nothing",
    "version: 1\nallow: []\nforbid:\n  - everyRealm: true\n    everyClient: true\n    reason: x",
    "p.yaml:4: forbid[0]: it forbids nothing",
  ],
])("a policy with %s is refused, with the line", (_, text, problem) => {
  expect(() => parse(text)).toThrow(problem);
});

test("all problems of a policy are reported in the order of their lines", () => {
  const text = entry(...whole.with(2, "presets: [a, b]"), "until: soon");
  expect(() => parse(text)).toThrow(/:5:.*\n.*:5:.*\n.*:7:/);
});

test.each([
  ["a rule in place of a list of rules", "version: 1\nallow:\n  realm: demo", "p.yaml:3: allow: "],
  ["a text in place of a rule", "version: 1\nallow:\n  - demo", "p.yaml:3: allow[0]: "],
  ["a text in place of a policy", "demo", "p.yaml:1: "],
  ["an unknown field that an alias brings", "x: &x {y: 1}\nversion: 1\nallow: [*x]", "allow[0]: "],
  ["a version of the future", "version: 2\nallow: []", "p.yaml:1: version: "],
])("%s is refused with its place", (_, text, place) => {
  expect(() => parse(text)).toThrow(place);
});

test("aliases without an end are refused", () => {
  const many = [
    "a: &a [x,x,x,x,x,x,x,x,x]",
    ..."bcdefg".split("").map((name, at) => {
      const before = "abcdef"[at];
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(",")}]`;
    }),
  ];
  expect(() => parse(many.join("\n"))).toThrow("can't be used");
});

test("the policy of the how-to page is one", () => {
  const page = readFileSync("docs/how-to/keep-a-policy.md", "utf8");
  const [, yaml = ""] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const { policy, unknownFields } = parse(yaml.replaceAll(/^ {3}/gm, ""));
  expect([policy.allow.length, policy.forbid?.length, unknownFields.length]).toEqual([4, 1, 1]);
});

const ownPreset = (...lines: readonly string[]) =>
  [
    ...["version: 1", "customPresets:"],
    ...lines.map((line, at) => `${at === 0 ? "  - " : "    "}${line}`),
    ...["allow:", "  - realm: demo", "    client: billing", "    presets: [custom:sync]"],
    "    reason: Syncs bills",
  ].join("\n");

const sync = [
  ...["id: sync", "name: Sync", "revision: 2"],
  "roles: [{ client: realm-management, role: view-users }, { client: billing, role: write }]",
];

test("a rule allows the admin roles that the policy's own document gives a preset of a realm", () => {
  const { policy } = parse(ownPreset(...sync));
  const subject = { realm: "demo", administers: "demo", clientId: "billing" };
  const beyond = (...names: readonly string[]) =>
    judgeRoles(
      policy,
      subject,
      names.map((name) => ({ container: "admin", name })),
      "2026-12-01",
    ).beyond.map(({ name }) => name);
  expect(beyond("view-users", "query-users", "write", "manage-users")).toEqual([
    ...["write", "manage-users"],
  ]);
});

test.each([
  [
    "a preset that the policy doesn't have",
    ownPreset(...sync.with(0, "id: other")),
    'p.yaml:10: allow[0].presets[0]: customPresets has no preset "sync"',
  ],
  [
    "a preset without roles",
    ownPreset(...sync.with(3, "roles: []")),
    "p.yaml:3: customPresets[0]: roles: a preset needs at least one role",
  ],
  [
    "an unknown field",
    ownPreset(...sync, "power: all"),
    "p.yaml:7: customPresets[0]: the field power is not known",
  ],
  [
    "an id twice",
    ownPreset(...sync, "purpose: ''").replace(
      "allow:",
      "  - { id: sync, name: B, roles: [{ role: b }] }\nallow:",
    ),
    "p.yaml:8: customPresets[1].id: the id sync is used twice",
  ],
])("a policy with %s allows nothing", (_, text, problem) => {
  expect(() => parse(text)).toThrow(
    expect.objectContaining({ lines: expect.arrayContaining([problem]) }),
  );
});
