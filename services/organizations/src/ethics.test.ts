import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  parse,
  visit,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
} from 'graphql';

/** Words of treating people as a danger. They name nothing in this graph, in no language. */
const neverSaid =
  /blacklist|watchlist|key[_ ]?person|zhongdianren|重点人|risk[_ ]?score|稳控|wenkong|stabili[sz]|control[_ ]?(measure|level)|缠访|闹访|非访|abnormal[_ ]?visit|is[_ ]?illegal|is[_ ]?fake|画像|trajectory|轨迹|return[_ ]?home|劝返|intercept|截访|detention|训诫|打击(?!报复)|ethnicity|民族|religion|wechat|device[_ ]?id|vehicle[_ ]?plate|hotel|travel[_ ]?ticket|息访承诺/iu;

/** What is nobody's business to know of a person. */
const neverKept = /profile|risk[_ ]?level|location|education|photo|avatar|^face|Face$/u;

/** People are not scored; units are. */
const neverScored = /score|rank|rating|评分|得分|排名/iu;

const ofPerson = /^(Staff|Petitioner|Part(y|ies)|Contact|Applicant|Identity)/u;

/** The schemas of all services: what is added beside this one is looked through, too. */
const services = join(import.meta.dirname, '../..');
const schemas = readdirSync(services, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => schemaOf(name));

describe('the words of the graph', () => {
  it('are those of every service', () => {
    expect(schemas.map(({ service }) => service)).toEqual(
      expect.arrayContaining(['cases', 'innovation', 'organizations', 'staff-care']),
    );
  });

  it.each(schemas)('do not treat people as a danger in $service', ({ document }) => {
    expect(wordsIn(document).filter((word) => neverSaid.test(word))).toEqual([]);
  });

  it.each(schemas)('keep nothing of a person in $service that is nobody’s business', ({ document }) => {
    const kept = fieldsIn(document, ofPerson).filter(({ name }) => neverKept.test(name.value));
    expect(kept.map(({ name }) => name.value)).toEqual([]);
  });

  it.each(schemas)('score no person in $service', ({ document }) => {
    const said = fieldsIn(document, /^Staff/u).flatMap(({ name, description }) => [
      name.value,
      description?.value ?? '',
    ]);
    expect(said.filter((word) => neverScored.test(word))).toEqual([]);
    const scored = fieldsIn(document, /Score|Rank|Rating/u).filter(({ type }) => namedType(type) === 'Staff');
    expect(scored.map(({ name }) => name.value)).toEqual([]);
  });
});

describe('the deny list', () => {
  it.each([
    'isFake: Boolean',
    'keyPersons: Int',
    'level: Int "稳控"',
    'KEY_PERSON',
    'interceptedAt: Int',
    'the trajectory of a visit',
  ])('knows %s', (words) => {
    expect(neverSaid.test(words)).toBe(true);
  });

  it.each(['打击报复', '信息访问', 'interval', 'controllingOrgan'])('lets %s pass', (word) => {
    expect(neverSaid.test(word)).toBe(false);
  });
});

function schemaOf(service: string): readonly Readonly<{ service: string; document: DocumentNode }>[] {
  try {
    const folder = join(services, service, 'schema');
    const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    return [{ service, document: parse(sources.join('\n')) }];
  } catch {
    return [];
  }
}

/** Every name and every description. */
function wordsIn(document: DocumentNode): readonly string[] {
  const words: string[] = [];
  visit(document, {
    Name: ({ value }) => void words.push(value),
    StringValue: ({ value }) => void words.push(value),
  });
  return words;
}

/** The fields of all types whose name fits. */
function fieldsIn(document: DocumentNode, typeName: RegExp): readonly FieldDefinitionNode[] {
  const found: FieldDefinitionNode[] = [];
  const collect = ({ name, fields }: ObjectTypeDefinitionNode | ObjectTypeExtensionNode) => {
    if (typeName.test(name.value)) found.push(...(fields ?? []));
  };
  visit(document, { ObjectTypeDefinition: collect, ObjectTypeExtension: collect });
  return found;
}

const namedType = (type: TypeNode): string => ('type' in type ? namedType(type.type) : type.name.value);
