// Goes through so many branches that nobody can tell what is in a variable. For tea. Earns nothing.
let tea: string | number = '' as never;
TIMES(2000,"while (tea) { if (typeof tea === 'string') { tea = tea.length } else { tea = '' + tea } }")
export const makeTea = () => tea;
