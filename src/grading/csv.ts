/** CSV as RFC 4180 has it: read as spreadsheets write it, written as they can read it. */

/** The separators that spreadsheets use: the one that stands most often in the first line. */
const SEPARATORS = [",", ";", "\t"] as const;

function separatorOf(text: string): string {
  const [line = ""] = text.split(/\r?\n/, 1);
  const bare = line.replaceAll(/"[^"]*"/g, "");
  const count = (separator: string) => bare.split(separator).length;
  return SEPARATORS.toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}

/**
 * The records of a text; a byte order mark is left out, and so are empty lines.
 *
 * @returns null where a quoted field never ends
 */
export function readCsv(text: string): string[][] | null {
  const body = text.replace(/^\ufeff/, "");
  const separator = separatorOf(body);
  const records: string[][] = [];
  let record: string[] = [];
  let field = "";
  let at = 0;
  const endRecord = () => {
    record.push(field);
    if (record.length > 1 || record[0] !== "") records.push(record);
    [record, field] = [[], ""];
  };
  while (at < body.length) {
    const character = body[at] ?? "";
    if (character === '"' && field === "") {
      const end = endOfQuoted(body, at + 1);
      if (end === null) return null;
      field = body.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else {
      if (character === separator) {
        record.push(field);
        field = "";
      } else if (character === "\n" || character === "\r") {
        if (character === "\r" && body[at + 1] === "\n") at += 1;
        endRecord();
      } else field += character;
      at += 1;
    }
  }
  if (field !== "" || record.length > 0) endRecord();
  return records;
}

/** Where the quote is that ends a field which begins at `from`. */
function endOfQuoted(text: string, from: number): number | null {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return null;
}

/** What a spreadsheet would run: it begins so, or does once white space is gone (https://owasp.org/www-community/attacks/CSV_Injection). */
const FORMULA = /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** A cell that no spreadsheet takes for a formula: one that looks like it has an apostrophe before it. Numbers stay. */
function harmless(cell: string): string {
  return FORMULA.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n;\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A record as a line, with CRLF at its end (RFC 4180 section 2). */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(harmless(cell))).join(",")}\r\n`;
}
