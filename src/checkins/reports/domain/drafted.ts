// Which sections of a report hold a model's draft as it was written, for whoever reads the report: alone, or below words of the author's own.

/** `partly`: there are words of the author's own, too. */
export type Drafted = 'whole' | 'partly'

/** No key of a section has the sign. */
const PARTLY = ':partly'

/** As it is kept. */
export const draftedAs = (key: string, how: Drafted): string => (how === 'partly' ? key + PARTLY : key)

export function draftedHow(kept: readonly string[], key: string): Drafted | null {
  if (kept.includes(draftedAs(key, 'partly'))) return 'partly'
  return kept.includes(key) ? 'whole' : null
}
