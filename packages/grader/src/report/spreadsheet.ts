import { stringify } from 'csv-stringify/sync';
import { visible } from '../messages/visible.ts';

export type Cell = string | number;

/** A line of a table: cells by the names of their columns; one that is absent is empty. */
export type Row = Readonly<Record<string, Cell>>;

/** A table that opens in a spreadsheet as it is: with Chinese names, and with no text that becomes a formula. */
export function spreadsheet(columns: readonly string[], rows: readonly Row[]): string {
  return stringify(rows.map(legible), { ...format, columns: [...columns], header: true, bom: true });
}

/** More lines of the same table, for one that is written bit by bit. */
export function moreLines(columns: readonly string[], rows: readonly Row[]): string {
  return stringify(rows.map(legible), { ...format, columns: [...columns] });
}

/** Lines end as RFC 4180 has it. Most readers take any end of a line for one, so a cell with one of its own stands in quotes. */
const format = { escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ } as const;

function legible(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, typeof cell === 'string' ? visible(cell) : cell]));
}
