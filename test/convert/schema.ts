import { readFileSync } from 'node:fs';
import path from 'node:path';
import { memoryPages, validateXML } from 'xmllint-wasm';

interface Named {
  readonly name: string;
  readonly xml: string;
}

/**
 * Validates documents by the schema that TIAOWEN_AKN_SCHEMA names (akomantoso30.xsd, with xml.xsd beside it), which OASIS
 * publishes and this project does not hold. Where it is not set the calling test is skipped and says so.
 */
export function validator(context: Mocha.Context): (documents: readonly Named[]) => Promise<string[]> {
  const file = process.env['TIAOWEN_AKN_SCHEMA'];
  if (file === undefined) {
    console.log('      （跳过：没有设置 TIAOWEN_AKN_SCHEMA）');
    return context.skip();
  }
  const schema = { fileName: 'akomantoso30.xsd', contents: readFileSync(file, 'utf8') };
  const imported = { fileName: 'xml.xsd', contents: readFileSync(path.join(path.dirname(file), 'xml.xsd'), 'utf8') };
  return async (documents) => {
    const names = new Map(documents.map(({ name }, index) => [`document${String(index)}.xml`, name]));
    const { errors } = await validateXML({
      xml: documents.map(({ xml }, index) => ({ fileName: `document${String(index)}.xml`, contents: xml })),
      schema,
      preload: imported,
      maxMemoryPages: 16 * memoryPages.MiB * 64,
    });
    return errors.map(
      ({ message, loc }) => `${names.get(loc?.fileName ?? '') ?? ''}:${String(loc?.lineNumber)} ${message}`,
    );
  };
}
