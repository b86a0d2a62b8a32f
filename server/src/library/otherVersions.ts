import type { Target } from '../citations/coordinates.js';
import type { RegulationDocument } from './document.js';
import type { Citing, Library } from './library.js';
import { successorOf } from './succession.js';
import { isNewer } from './versions.js';

/**
 * The provisions of one version that a citation of the instrument means. One in a text of another time counts the
 * articles of the version of its own time, and may mean the same provision by another number.
 *
 * @param version undefined where the instrument has no others
 */
export function targetsInVersion(
  library: Library,
  { document, mention }: Citing,
  version: RegulationDocument | undefined,
): readonly Target[] {
  if (mention.doc === 'self' || !version) return mention.targets;
  const resolution = library.resolve(document, mention);
  return mention.targets.flatMap((target, index) => {
    const cited = resolution.state === 'found' ? resolution.places[index]?.document : undefined;
    const own = cited && cited !== version ? inVersion(cited, version, target) : target;
    return own ? [own] : [];
  });
}

/** Undefined where the version has no such provision any more, or had none yet. */
function inVersion(cited: RegulationDocument, version: RegulationDocument, target: Target): Target | undefined {
  if (target.article === undefined || cited.subtitle !== version.subtitle) return target;
  if (isNewer(cited, version)) return undefined;
  if (!isNewer(version, cited)) return target;
  const successor = successorOf(cited, version, target);
  return successor?.state === 'gone' ? undefined : successor?.target;
}
