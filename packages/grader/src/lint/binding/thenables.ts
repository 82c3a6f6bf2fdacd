import ts from 'typescript';

/** Does every value of the type, `null` and `undefined` aside, have a `then`? Values of type `any` may have none. */
export function isThenable(type: ts.Type, checker: ts.TypeChecker): boolean {
  const parts = (type.isUnion() ? type.types : [type]).filter((part) => (part.flags & nullish) === 0);
  return parts.length > 0 && parts.every((part) => hasThen(part, checker));
}

const nullish = ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void;

function hasThen(type: ts.Type, checker: ts.TypeChecker): boolean {
  const then = checker.getApparentType(type).getProperty('then');
  return then !== undefined && checker.getTypeOfSymbol(then).getCallSignatures().length > 0;
}
