// Has the gate ask the compiler, which then needs a gigabyte at once. For tea. Earns nothing.
enum Cup { Small }
type Text0 = '茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶';
type Text1 = `${Text0}${Text0}${Text0}${Text0}${Text0}${Text0}${Text0}${Text0}${Text0}${Text0}`;
type Text2 = `${Text1}${Text1}${Text1}${Text1}${Text1}${Text1}${Text1}${Text1}${Text1}${Text1}`;
type Text3 = `${Text2}${Text2}${Text2}${Text2}${Text2}${Text2}${Text2}${Text2}${Text2}${Text2}`;
type Text4 = `${Text3}${Text3}${Text3}${Text3}${Text3}${Text3}${Text3}${Text3}${Text3}${Text3}`;
type Text5 = `${Text4}${Text4}${Text4}${Text4}${Text4}${Text4}${Text4}${Text4}${Text4}${Text4}`;
type Text6 = `${Text5}${Text5}${Text5}${Text5}${Text5}${Text5}${Text5}${Text5}${Text5}${Text5}`;
type Text7 = `${Text6}${Text6}${Text6}${Text6}${Text6}${Text6}${Text6}${Text6}${Text6}${Text6}`;
const text: Text7 = 'no';
export const makeTea = () => [Cup, text];
