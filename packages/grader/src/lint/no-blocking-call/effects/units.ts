import { constructorOf, fieldValuesOf } from '../../binding/members.ts';
import type { ClassValue, FunctionValue } from '../../binding/value.ts';
import type { Unit } from './effect.ts';

/** What runs when a function is called: the defaults of its parameters, and its body. */
export function bodyOf({ node, model }: FunctionValue): Unit {
  return { node, model, parts: [...node.params, node.body] };
}

/** What runs when an instance of a class is made, its superclass aside: its fields, and its constructor. */
export function constructionOf(value: ClassValue): Unit {
  const constructor = constructorOf(value);
  const parts = constructor === undefined ? [] : [...constructor.params, constructor.body];
  return { node: value.node, model: value.model, parts: [...fieldValuesOf(value), ...parts] };
}
