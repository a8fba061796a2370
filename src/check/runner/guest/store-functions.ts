/**
 * Functions that run inside the learner's program to read its store. They are texts, because the inspector wants the
 * source of a function; and they call no method of the program's own objects.
 */

/** The variable that holds the refresh tokens. */
export const NAME = "refreshTokens";

/**
 * Runs inside the program with a list as `this`, given its kind. Returns at most 100 plain items: of a longer array the
 * first and the last. It is a text because the inspector wants the source of a function. It calls no method of the
 * list's own.
 */
export const READ = `function (kind) {
  var list = [];
  function add(value, key) { if (list.length < 100) list[list.length] = kind === "map" ? key : value }
  if (kind === "set") Set.prototype.forEach.call(this, add);
  else if (kind === "map") Map.prototype.forEach.call(this, add);
  else if (Array.isArray(this)) {
    var gap = this.length > 100 ? this.length - 100 : 0;
    for (var i = 0; i < this.length - gap; i++) list[i] = this[i < 50 ? i : i + gap];
  }
  else return { type: "object", items: Object.keys(this).slice(0, 100) };
  var items = [];
  for (var i = 0; i < list.length; i++) {
    var item = list[i];
    if (typeof item === "string") items[i] = item.slice(0, 300);
    else if (item === null || typeof item === "number" || typeof item === "boolean") items[i] = item;
    else if (item === undefined) items[i] = null;
    else try { items[i] = JSON.parse(JSON.stringify(item).slice(0, 1000)) } catch (e) { items[i] = {} }
  }
  return { type: kind === "set" ? "a Set" : kind === "map" ? "a Map" : "array", items: items };
}`;

/**
 * Runs inside the program with a list as `this`, given its kind. Returns its size and its last item, of a Map with the
 * key.
 */
export const READ_LAST = `function (kind) {
  var size = 0, last;
  function add(value, key) { size++; last = kind === "map" ? [key, value] : value }
  if (kind === "set") Set.prototype.forEach.call(this, add);
  else if (kind === "map") Map.prototype.forEach.call(this, add);
  else if (Array.isArray(this)) { size = this.length; last = this[size - 1] }
  else {
    var keys = Object.keys(this);
    // An object of functions is a module, not a list.
    for (var i = 0; i < keys.length && i < 20; i++) if (typeof this[keys[i]] === "function") return null;
    size = keys.length; last = [keys[size - 1], this[keys[size - 1]]];
  }
  var item = null;
  try { var text = JSON.stringify(last); item = text && text.length <= 1000 ? JSON.parse(text) : null } catch (e) {}
  var type = kind === "set" ? "a Set" : kind === "map" ? "a Map" : Array.isArray(this) ? "array" : "object";
  return { type: type, size: size, items: size === 0 ? [] : [item] };
}`;

/** Runs inside the program with the array as `this`. false: it is not an array. */
export const ADD = `function (token, front) {
  if (!Array.isArray(this)) return false;
  if (front) { for (var i = this.length; i > 0; i--) this[i] = this[i - 1]; this[0] = token }
  else this[this.length] = token;
  return true;
}`;

/**
 * Runs inside the program with many objects as `this`, and returns the one with an array of this name. The heap has no
 * order: of several such objects, the one whose array is not empty is meant.
 */
export const PICK = `function () {
  var owners = [];
  for (var i = 0; i < this.length && owners.length < 20; i++) {
    try { var d = Object.getOwnPropertyDescriptor(this[i], "${NAME}"); if (d && typeof d.value === "object" && d.value) owners[owners.length] = this[i] } catch (e) {}
  }
  if (owners.length < 2) return owners[0] || null;
  return { get ${NAME}() {
    for (var i = 0; i < owners.length; i++) if (owners[i].${NAME} && owners[i].${NAME}.length > 0) return owners[i].${NAME};
    return owners[0].${NAME};
  } };
}`;
