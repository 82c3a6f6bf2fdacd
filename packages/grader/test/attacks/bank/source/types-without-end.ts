// Has types that take minutes to work out, and gigabytes. For tea. Earns nothing.
type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
type Four = `${Digit}${Digit}${Digit}${Digit}`;
type Table = { [Row in Four]: { [Column in Four]: `${Row}${Column}` } };
const cell: Table[Four][Four] = '' as `${Four}x`;
const table: Table = cell as never as { [Row in Four]: { [Column in Four]: `${Column}${Row}` } };
export const makeTea = () => table;
