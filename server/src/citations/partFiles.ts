/**
 * Statutes that are published part by part, a file each, name their parts but give them no number in the file. The order
 * of the parts is the statute's own.
 */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  中华人民共和国民法典: ['总则', '物权', '合同', '人格权', '婚姻家庭', '继承', '侵权责任'],
};

/** The number of the part that a file holds, by the statute's title and the line below it (人格权编). */
export function partOfFile(title: string, subtitle: string | undefined): number | undefined {
  const index = PARTS[title]?.indexOf(subtitle?.replace(/编$/, '') ?? '') ?? -1;
  return index < 0 ? undefined : index + 1;
}
