import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { memberName } from './constant-string.ts';
import { isField, parentOf } from './syntax.ts';
import type { Field } from './syntax.ts';
import type { ClassValue, ObjectValue } from './value.ts';

/** What stands behind the name of a member: the function or value it holds, or the function that computes it. */
export interface Member {
  readonly access: 'value' | 'get' | 'set';
  readonly node: TSESTree.Node;
}

/** The members of that name which the literal writes out itself; the last one wins at run time. */
export function membersOfObject({ node, model }: ObjectValue, name: string): readonly Member[] {
  return node.properties.flatMap((property): Member[] => {
    if (property.type === AST_NODE_TYPES.SpreadElement) return [];
    if (memberName({ computed: property.computed, name: property.key }, model) !== name) return [];
    return [{ access: property.kind === 'init' ? 'value' : property.kind, node: property.value }];
  });
}

/** The members of that name which the class writes out itself, those that it inherits not included. */
export function membersOfClass({ node, model }: ClassValue, name: string, isStatic: boolean): readonly Member[] {
  return node.body.body.flatMap((element): Member[] => {
    if (!isNamedMember(element) || element.static !== isStatic) return [];
    if (memberName({ computed: element.computed, name: element.key }, model) !== name) return [];
    if (element.value === null) return [];
    if (element.type !== AST_NODE_TYPES.MethodDefinition) return [{ access: 'value', node: element.value }];
    if (element.kind === 'constructor' || element.value.type !== AST_NODE_TYPES.FunctionExpression) return [];
    return [{ access: element.kind === 'method' ? 'value' : element.kind, node: element.value }];
  });
}

/** The annotations under which the class declares a member without a value: a field, or a parameter of its constructor. */
export function annotationsOfClass(owner: ClassValue, name: string): readonly TSESTree.TSTypeAnnotation[] {
  const fields = owner.node.body.body.map((element) => {
    const isNamed = isField(element) && !element.static && memberName({ computed: element.computed, name: element.key }, owner.model) === name;
    return isNamed ? element.typeAnnotation : undefined;
  });
  const parameters = constructorOf(owner)?.params.map((parameter) => {
    const property = parameter.type === AST_NODE_TYPES.TSParameterProperty ? parameter.parameter : undefined;
    return property?.type === AST_NODE_TYPES.Identifier && property.name === name ? property.typeAnnotation : undefined;
  });
  return [...fields, ...(parameters ?? [])].filter((annotation) => annotation !== undefined);
}

/** The constructor that the class writes out itself. */
export function constructorOf({ node }: ClassValue): TSESTree.FunctionExpression | undefined {
  for (const element of node.body.body) {
    if (element.type !== AST_NODE_TYPES.MethodDefinition || element.kind !== 'constructor') continue;
    if (element.value.type === AST_NODE_TYPES.FunctionExpression) return element.value;
  }
  return undefined;
}

/** What runs whenever an instance is made: the initial values of its fields. */
export function fieldValuesOf({ node }: ClassValue): readonly TSESTree.Expression[] {
  return node.body.body.flatMap((element) =>
    isField(element) && !element.static && element.value !== null ? [element.value] : [],
  );
}

function isNamedMember(element: TSESTree.ClassElement): element is Field | TSESTree.MethodDefinition {
  return isField(element) || element.type === AST_NODE_TYPES.MethodDefinition;
}

/** The class or object that `this` is at that place, as far as the text tells. */
export type ThisOwner =
  | { readonly kind: 'instance' | 'class'; readonly node: TSESTree.ClassDeclaration | TSESTree.ClassExpression }
  | { readonly kind: 'object'; readonly node: TSESTree.ObjectExpression };

export function ownerOfThis(node: TSESTree.Node): ThisOwner | undefined {
  let current = node;
  for (let parent = parentOf(node); parent !== undefined; current = parent, parent = parentOf(current)) {
    switch (parent.type) {
      case AST_NODE_TYPES.MethodDefinition:
      case AST_NODE_TYPES.PropertyDefinition:
      case AST_NODE_TYPES.AccessorProperty:
        if (parent.value === current) {
          return { kind: parent.static ? 'class' : 'instance', node: parent.parent.parent };
        }
        break;
      case AST_NODE_TYPES.StaticBlock:
        return { kind: 'class', node: parent.parent.parent };
      case AST_NODE_TYPES.Property:
        if (parent.value === current && current.type === AST_NODE_TYPES.FunctionExpression) {
          return parent.parent.type === AST_NODE_TYPES.ObjectExpression ? { kind: 'object', node: parent.parent } : undefined;
        }
        break;
      default:
        break;
    }
    const bindsThis =
      current.type === AST_NODE_TYPES.FunctionDeclaration || current.type === AST_NODE_TYPES.FunctionExpression;
    if (bindsThis) return undefined;
  }
  return undefined;
}

