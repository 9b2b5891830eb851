import type { Path } from "../source/source.ts";
import { fieldsOf } from "../wrapped/fields.ts";

/** A part of a plan's JSON. */
type Fields = ReadonlyMap<string, unknown>;

/** A module as it is written: its resources and calls of other modules, without values. */
export interface ModuleCode {
  /** The expressions of a resource's arguments, by `type.name`, or `data.type.name`. */
  readonly resources: ReadonlyMap<string, Fields>;
  readonly calls: ReadonlyMap<string, { readonly inputs: Fields; readonly code: ModuleCode }>;
  readonly outputs: ReadonlyMap<string, unknown>;
}

/** A resource or data source of a plan, as it will be. */
export interface PlanResource {
  readonly address: string;
  readonly type: string;
  /** `type.name`, or `data.type.name`: the same for all instances. */
  readonly key: string;
  /** The names of the modules that it is in, and their addresses, which tell instances apart. */
  readonly modules: readonly string[];
  readonly moduleAddress: string;
  /** Known values by argument or attribute. */
  readonly values: Fields;
  readonly path: Path;
}

/** A plan as `terraform show -json` prints it. */
export interface Plan {
  readonly resources: readonly PlanResource[];
  readonly code: ModuleCode;
}

const text = (value: unknown) => (typeof value === "string" ? value : "");
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** `module.a["x"].module.b` has the names `a` and `b`. */
function moduleNames(address: string): readonly string[] {
  return [...address.matchAll(/(?:^|\.)module\.([\w-]+)(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?/g)].map(
    ([, name = ""]) => name,
  );
}

function resourcesIn(root: unknown, rootPath: Path): readonly PlanResource[] {
  const found: PlanResource[] = [];
  const open = [{ module: root, path: rootPath }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { module, path } = next;
    const fields = fieldsOf(module);
    const moduleAddress = text(fields.get("address"));
    list(fields.get("resources")).forEach((item, place) => {
      const resource = fieldsOf(item);
      const type = text(resource.get("type"));
      const key = `${type}.${text(resource.get("name"))}`;
      found.push({
        address: text(resource.get("address")),
        type,
        key: resource.get("mode") === "data" ? `data.${key}` : key,
        modules: moduleNames(moduleAddress),
        moduleAddress,
        values: fieldsOf(resource.get("values")),
        path: [...path, "resources", place],
      });
    });
    list(fields.get("child_modules")).forEach((child, place) => {
      open.push({ module: child, path: [...path, "child_modules", place] });
    });
  }
  return found;
}

function moduleCode(module: unknown): ModuleCode {
  const fields = fieldsOf(module);
  return {
    resources: new Map(
      list(fields.get("resources")).map((item) => {
        const resource = fieldsOf(item);
        const key = `${text(resource.get("type"))}.${text(resource.get("name"))}`;
        const expressions = fieldsOf(resource.get("expressions"));
        return [resource.get("mode") === "data" ? `data.${key}` : key, expressions];
      }),
    ),
    calls: new Map(
      [...fieldsOf(fields.get("module_calls"))].map(([name, call]) => [
        name,
        {
          inputs: fieldsOf(fieldsOf(call).get("expressions")),
          code: moduleCode(fieldsOf(call).get("module")),
        },
      ]),
    ),
    outputs: new Map(
      [...fieldsOf(fields.get("outputs"))].map(([name, output]) => [
        name,
        fieldsOf(output).get("expression"),
      ]),
    ),
  };
}

/** Whether something that was read is a plan. */
export function isPlan(value: unknown): boolean {
  const fields = fieldsOf(value);
  return fields.has("format_version") && fields.has("planned_values");
}

/**
 * Reads a plan. Data sources that are read only when the plan is applied are in its code alone.
 *
 * @see [JSON output format](https://developer.hashicorp.com/terraform/internals/json-format)
 */
export function readPlan(value: unknown): Plan {
  const plan = fieldsOf(value);
  const planned = fieldsOf(plan.get("planned_values")).get("root_module");
  const before = fieldsOf(fieldsOf(plan.get("prior_state")).get("values")).get("root_module");
  const code = moduleCode(fieldsOf(plan.get("configuration")).get("root_module"));
  const known = [
    ...resourcesIn(planned, ["planned_values", "root_module"]),
    ...resourcesIn(before, ["prior_state", "values", "root_module"]).filter(({ key }) =>
      key.startsWith("data."),
    ),
  ];
  return { resources: [...known, ...readLater(known, code)], code };
}

/** The data sources whose values a plan doesn't have. */
function readLater(known: readonly PlanResource[], code: ModuleCode): readonly PlanResource[] {
  const written = new Set(known.map(({ modules, key }) => JSON.stringify([modules, key])));
  const found: PlanResource[] = [];
  const open: { code: ModuleCode; modules: readonly string[] }[] = [{ code, modules: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { modules } = next;
    const moduleAddress = modules.map((name) => `module.${name}`).join(".");
    for (const key of next.code.resources.keys()) {
      if (!key.startsWith("data.") || written.has(JSON.stringify([modules, key]))) continue;
      const address = moduleAddress === "" ? key : `${moduleAddress}.${key}`;
      const [, type = ""] = key.split(".");
      found.push({ address, type, key, modules, moduleAddress, values: new Map(), path: [] });
    }
    for (const [name, call] of next.code.calls) {
      open.push({ code: call.code, modules: [...modules, name] });
    }
  }
  return found;
}
