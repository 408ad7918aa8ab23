import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isEnumType,
  type GraphQLLeafType,
} from 'graphql';
import { enumTexts } from './enum-texts.ts';
import { stringText } from './string-text.ts';
import { note, Null, type Place, type Write } from './written.ts';

/** The text of a value that is not null; undefined where it is no value of the type. */
type Text = (value: unknown) => string | undefined;

/** A scalar or an enum. Values of scalars that the graph defines itself are passed on as they came. */
export function writeLeaf(type: GraphQLLeafType, place: Place): Write {
  const textOf = isEnumType(type) ? enumText(enumTexts(type)) : (builtIn[type.name] ?? customText);
  return (value, writing) => {
    if (value === null || value === undefined) return Null.plain;
    const text = textOf(value);
    if (text !== undefined) return text;
    note(writing, 'Invalid value found for', place);
    return Null.reported;
  };
}

const enumText =
  (texts: ReadonlyMap<unknown, string>): Text =>
  (value) =>
    texts.get(value);

const textOfString: Text = (value) => (typeof value === 'string' ? stringText(value) : undefined);
const textOfInteger: Text = (value) => (typeof value === 'number' && Number.isInteger(value) ? `${value}` : undefined);

const builtIn: Readonly<Record<string, Text>> = {
  [GraphQLString.name]: textOfString,
  [GraphQLID.name]: (value) => textOfString(value) ?? textOfInteger(value),
  [GraphQLInt.name]: textOfInteger,
  [GraphQLFloat.name]: (value) => (typeof value === 'number' && Number.isFinite(value) ? `${value}` : undefined),
  [GraphQLBoolean.name]: (value) => (typeof value === 'boolean' ? `${value}` : undefined),
};

/** Undefined for what JSON has no word for. */
const customText: Text = (value) => (typeof value === 'string' ? stringText(value) : JSON.stringify(value));
