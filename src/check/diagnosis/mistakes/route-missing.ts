/** No route is registered for the request. */

import { basename } from "node:path";
import { requestLine } from "../../judge/read-transcript.ts";
import { functionsAt, isRegistration, nodesAt } from "../../source/at-place.ts";
import { findInSource, firstPlace, placeOfFound } from "../../source/found.ts";
import type { Found } from "../../source/found.ts";
import { functionsCalled } from "../../source/calls.ts";
import { loadsByName } from "../../source/loaded-by-name.ts";
import { leadsTo, loadsOf } from "../../source/modules.ts";
import { filesNotLoaded } from "../../source/not-loaded.ts";
import { onlyNamed } from "../../source/only-named.ts";
import type { Source } from "../../source/source.ts";
import {
  calledName,
  child,
  findAll,
  isFunction,
  list,
  nameOf,
  placeOf,
  stringOf,
} from "../../source/syntax.ts";
import type { Node } from "../../source/syntax.ts";
import { declarationsOf } from "../../source/variables.ts";
import type { Transcript } from "../../transcript.ts";
import type { Mistake, Explanation } from "../mistake.ts";
import { isForPath, lineInWords, reachedRoute, routeFor, takesMethod } from "../read-evidence.ts";

/** A line of the source that registers a route for the request, although the running app has no such route. */
function strayRegistration(source: Source, method: string, path: string): Found | null {
  const [found] = findInSource(source, (node) => {
    const callee = node.type === "CallExpression" ? child(node, "callee") : null;
    const [first] = list(node, "arguments");
    const verb = nameOf(callee);
    return (
      callee?.type === "MemberExpression" &&
      (verb === method.toLowerCase() || verb === "all") &&
      first !== undefined &&
      stringOf(first) === path
    );
  });
  return found ?? null;
}

/** Why the route of that line is not in the app that listens. */
function explainStray(source: Source, { file, node }: Found, request: string): Explanation | null {
  const place = placeOf(file, node);
  const around = functionsAt(source, place).filter(
    (one) => one !== node && !list(node, "arguments").includes(one),
  );
  const handler = around.findLast((one) => isHandler(source, one));
  if (handler) {
    return {
      title: `The route for ${request} is registered inside another handler`,
      why: "This line stands inside the function of another route, so it runs only when that one gets a request, and each time once more. Until then Express knows of no such route.",
      fix: "Move it out, to the same level as the other routes; mostly a brace closes too late.",
      place,
    };
  }
  const unused = onlyNamed(source).find(({ functions }) => functions.some((one) => around.includes(one)));
  if (unused) {
    return {
      title: `${unused.name} is named, and not called`,
      why: `The route for ${request} is registered in ${unused.name}. This line mentions that function and does nothing with it: a function runs when round brackets stand behind its name.`,
      fix: "Call it: round brackets behind the name, with what it needs between them.",
      place: placeOfFound(unused),
    };
  }
  const giving = callGiven(source, file, around[0] ?? null);
  if (giving) {
    return {
      title: `The line that registers ${request} does not run`,
      why: `It stands in a function, at ${lineInWords(place, placeOfFound(giving))}, that is handed over here to ${calledName(giving.node) ?? "another"}; and that one had not called it when the first request came.`,
      fix: "Print what is handed over beside it: mostly a condition there does not hold, or a name is spelled differently.",
      place: placeOfFound(giving),
    };
  }
  if (around.length > 0) {
    return {
      title: `The line that registers ${request} does not run`,
      why: "The route is written here, inside a function, and the app that listens does not have it: when the first request came, this line had not run, or it had run for another app.",
      fix: "Make sure that the function is called, with the app that listens, before that app listens.",
      place,
    };
  }
  const receiver = nameOf(child(child(node, "callee") ?? node, "object"));
  const mount = receiver === null ? null : mountOf(source, file, receiver);
  for (const one of [{ file, node }, ...(mount ? [mount] : [])]) {
    const condition = conditionAround(source, one);
    if (condition) return underCondition(condition, request, one === mount);
  }
  const declaration = declarationsOf(source, receiver ?? "").find(
    (one) => one.file === file && makesApp(one.init),
  );
  if (!receiver || !declaration) return null;
  const kind = nameOf(child(declaration.init ?? node, "callee")) === "Router" ? "router" : "app";
  const load = kind === "router" ? unusedLoad(source, file) : null;
  if (load) {
    return {
      title: `${load.name} is loaded, and never mounted`,
      why: `${basename(file)} has the route for ${request} on a router. This line loads it as ${load.name}, and no line uses that name: a router gets requests only where app.use says so.`,
      fix: `Mount it, after the parser of JSON: app.use(${load.name})`,
      place: placeOfFound(load),
    };
  }
  return {
    title: `The route for ${request} is on ${kind === "app" ? "another app" : "a router that nobody mounts"}`,
    why: `${receiver} of ${basename(file)} has the route for ${request}, but the app that listens does not pass requests on to it: ${kind === "app" ? "each call of express() makes an app of its own" : "a router gets requests only where app.use says so"}.`,
    fix: `Export ${receiver} and mount it: app.use(…) on the app that listens${kind === "app" ? "; for routes in a file of their own, express.Router() is made for that" : ""}.`,
    place: placeOfFound(declaration),
  };
}

/** Whether a function has a condition that only asks for one of its parameters: (flag, run) => { if (flag) run(); }. */
function asksParameter({ node }: Found): boolean {
  const params = list(node, "params").map(nameOf);
  const tests = findAll(node, ({ type }) => type === "IfStatement").map((one) => child(one, "test"));
  return tests.some((test) => test?.type === "Identifier" && params.includes(nameOf(test)));
}

/** The call of a function, which runs what it is handed under a condition, that is handed a function; null: there is none. */
function callGiven(source: Source, file: string, given: Node | null): Found | null {
  const [call] = findInSource(
    source,
    (node) =>
      node.type === "CallExpression" &&
      child(node, "callee")?.type === "Identifier" &&
      functionsCalled(source, node).some(asksParameter) &&
      list(node, "arguments").some((one) => one === given),
  );
  return call?.file === file ? call : null;
}

/** The line that gives a file's router a name that its own file never uses; null where there is none. */
function unusedLoad(source: Source, router: string): (Found & { name: string }) | null {
  for (const { file, node, path, names } of loadsOf(source)) {
    const [name, ...others] = names;
    if (path !== router || name === undefined || others.length > 0) continue;
    const mentions = findInSource(source, (one) => one.type === "Identifier" && nameOf(one) === name);
    const ownFile = mentions.filter((one) => one.file === file);
    // The name itself, where it is declared. An import has it twice: as what is imported, and as what it is called here.
    if (ownFile.every((one) => one.node.end <= node.end)) return { file, node, name };
  }
  return null;
}

function underCondition(condition: Found, request: string, mounts: boolean): Explanation {
  return {
    title: `${request} is there only under a condition`,
    why: `The line that ${mounts ? "mounts the router with this route" : "registers this route"} stands in a branch of the condition shown, and that branch did not run when the program started: so the app that listens has no such route.`,
    fix: "Print what the condition looks at; or leave it out, so that the route is there in any case.",
    place: placeOfFound(condition),
  };
}

/** The app.use(…) that is given a router: by its name in its own file, or by the name under which another loads it. */
function mountOf(source: Source, file: string, router: string): Found | null {
  const loads = loadsOf(source).filter(({ path }) => path === file);
  const [mount] = findInSource(
    source,
    (node) => isRegistration(node) && nameOf(child(node, "callee")) === "use",
  ).filter((one) => {
    const names =
      one.file === file ? [router] : loads.flatMap((load) => (load.file === one.file ? load.names : []));
    return list(one.node, "arguments").some((given) => names.includes(nameOf(given) ?? ""));
  });
  return mount ?? null;
}

/** The innermost `if` around a line that stands in no function. */
function conditionAround(source: Source, found: Found): Found | null {
  const around = nodesAt(source, placeOfFound(found));
  const at = around.indexOf(found.node);
  const outer = at < 0 ? [] : around.slice(0, at);
  const condition = outer.some(isFunction) ? undefined : outer.findLast(({ type }) => type === "IfStatement");
  return condition ? { file: found.file, node: condition } : null;
}

function makesApp(init: Node | null): boolean {
  return (
    init?.type === "CallExpression" && ["express", "Router"].includes(nameOf(child(init, "callee")) ?? "")
  );
}

/** Whether a function is passed on to Express, so that it runs only when a request comes. */
function isHandler(source: Source, handler: Node): boolean {
  const registered = findInSource(
    source,
    (node) => isRegistration(node) && list(node, "arguments").includes(handler),
  );
  return registered.length > 0 || /^_?(req|request)$/.test(nameOf(list(handler, "params")[0] ?? null) ?? "");
}

/**
 * The only list of texts, in a program that loads files by such names, with other routes of the app in it, "login" or
 * "./login.js", and not this one; null: none.
 */
function listThatLacks(source: Source, others: readonly string[], path: string): Found | null {
  if (findInSource(source, loadsByName).length === 0) return null;
  const nameIn = (text: string) => basename(text).replace(/\.\w+$/, "");
  const wanted = others.map(nameIn).filter((name) => name !== "");
  const lists = findInSource(source, (node) => {
    const texts = node.type === "ArrayExpression" ? list(node, "elements").map(stringOf) : [];
    const names = texts.flatMap((text) => (text === null ? [] : [nameIn(text)]));
    return wanted.some((name) => names.includes(name)) && !names.includes(nameIn(path));
  });
  return lists.length === 1 ? (lists[0] ?? null) : null;
}

/**
 * Where the files of a folder are chosen, in a program that loads files by names which it puts together, and leaves out the
 * file in which the route stands; null: no such thing.
 */
function choiceThatLacks(source: Source, stray: Found, layers: Transcript["layers"]): Found | null {
  const [main] = source.files;
  const isLoaded = layers.some(({ place }) => place?.file === stray.file);
  if (!main || isLoaded || leadsTo(source, main.path, stray.file)) return null;
  const loads = findInSource(source, loadsByName);
  const choices = findInSource(source, (node, ancestors) => {
    const call = ancestors.at(-1);
    return isFunction(node) && call !== undefined && calledName(call) === "filter";
  }).filter(({ file }) => loads.some((load) => load.file === file));
  return choices[0] ?? loads[0] ?? null;
}

/** The last line of a file, of the main one if it can be, that mounts what another exports or hands the app over to it. */
function lastMount(source: Source): Found | null {
  const loads = loadsOf(source).filter((load) => load.path !== null);
  const mounts = findInSource(source, (node, ancestors) => {
    const isStatement = ancestors.at(-1)?.type === "ExpressionStatement";
    return node.type === "CallExpression" && isStatement && list(node, "arguments").length > 0;
  }).filter(({ file, node }) => {
    const own = loads.filter((load) => load.file === file);
    const given =
      calledName(node) === "use"
        ? list(node, "arguments")
        : [child(node, "callee")].flatMap((one) => one ?? []);
    return given.some(
      (one) =>
        own.some((load) => load.names.includes(nameOf(one) ?? "")) ||
        findAll(one, (inner) => own.some((load) => load.node === inner)).length > 0,
    );
  });
  return mounts.findLast(({ file }) => file === mounts[0]?.file) ?? null;
}

export const routeMissing: Mistake = {
  id: "route-missing",
  find({ transcript, exchange, source }) {
    if (!exchange?.response || reachedRoute(transcript, exchange) || routeFor(transcript, exchange.request))
      return null;
    const { path, method } = exchange.request;
    const routes = transcript.layers.filter(({ role }) => role === "route");
    if (routes.some((layer) => isForPath(layer, path) && takesMethod(layer, method))) return null;
    const stray = strayRegistration(source, method, path);
    const lacking = listThatLacks(
      source,
      routes.map((route) => route.path),
      path,
    );
    if (lacking) {
      return {
        title: `There is no route for ${requestLine(exchange.request)}`,
        why: `This list names what is loaded, and ${path.slice(1)} is not in it: so nothing registers the route.`,
        fix: `Add ${path.slice(1)} to the list.`,
        place: placeOfFound(lacking),
      };
    }
    const choice = stray && choiceThatLacks(source, stray, transcript.layers);
    if (choice) {
      const place = placeOfFound(choice);
      return {
        title: `${basename(stray.file)} is not loaded`,
        why: `The route for ${requestLine(exchange.request)} is written at ${lineInWords(placeOfFound(stray), place)}. This line chooses the files that are loaded, and that one was not among them.`,
        fix: "Print the names that are chosen here; then rename the file, or change the condition.",
        place,
      };
    }
    const explained = stray && explainStray(source, stray, requestLine(exchange.request));
    if (explained) return explained;
    const forgotten = strayRegistration({ files: filesNotLoaded(source) }, method, path);
    if (!stray && forgotten) {
      const name = basename(forgotten.file);
      return {
        title: `${name} is not loaded`,
        why: `The route for ${requestLine(exchange.request)} is written in ${name}, line ${placeOfFound(forgotten).line}, and no file of the program loads that file.`,
        fix: `Load it, and mount what it exports on the app that listens, as the other files are.`,
        place: firstPlace(lastMount(source)) ?? routes.at(-1)?.place ?? null,
      };
    }
    const there = routes.map(({ methods, path: other }) => `${methods.join("|")} ${other}`).join(", ");
    const request = requestLine(exchange.request);
    return {
      title: `There is no route for ${request}`,
      why:
        there === ""
          ? "The app has no route at all yet."
          : `The app has these routes: ${there}. None of them takes ${request}.`,
      fix: `Add a route for ${request} to the app that listens; a router has to be mounted with app.use.`,
      place: null,
    };
  },
};
